import { execFileSync } from 'node:child_process'
import { start } from './lookback.mjs'
import { Person } from './site.mjs'

/** One Lookback in one data folder, with its administrator; can be stopped and started again. */
export class Running {
  static async begin(data) {
    const running = new Running()
    running.data = data
    running.lookback = await start(data)
    running.ada = await Person.administrator(running.lookback)
    return running
  }

  /** Stops, does something, and starts; the administrator keeps the cookies. */
  async again(meanwhile = () => {}) {
    await this.lookback.stop()
    await meanwhile()
    this.lookback = await start(this.data)
    this.ada.origin = this.lookback.origin
  }

  get pid() {
    return this.lookback.pid
  }

  async end() {
    await this.lookback.stop()
  }
}

const jcmd = (pid, ...command) => execFileSync('jcmd', [String(pid), ...command], { encoding: 'utf8' })

export const collectGarbage = (pid) => jcmd(pid, 'GC.run')

/** Records with the JVM's flight recorder; read it with `jfr view hot-methods FILE`, or in JDK Mission Control. */
export const profile = (pid, file) => ({
  begin: () => jcmd(pid, 'JFR.start', 'name=benchmark', 'settings=profile'),
  end: () => jcmd(pid, 'JFR.stop', 'name=benchmark', `filename=${file}`),
})
