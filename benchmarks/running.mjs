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
    meanwhile()
    this.lookback = await start(this.data)
    this.ada.origin = this.lookback.origin
  }

  get pid() {
    return this.lookback.pid
  }

  /** When each view holds all that is in the log. */
  async caughtUp() {
    await this.ada.when('/api/progress', ({ views }) => views.length > 0 && views.every(isBuilt))
  }

  async end() {
    await this.lookback.stop()
  }
}

export const isBuilt = ({ position, head }) => position >= head

const jcmd = (pid, ...command) => execFileSync('jcmd', [String(pid), ...command], { encoding: 'utf8' })

export const collectGarbage = (pid) => jcmd(pid, 'GC.run')

/** What the JVM's heap holds, in MB. */
export const heap = (pid) => Number(jcmd(pid, 'GC.heap_info').match(/used (\d+)K/)[1]) / 1024

/** Records with the JVM's flight recorder; Spring's stacks are deeper than what that keeps of them by itself. */
export const profile = (pid, file) => ({
  begin() {
    jcmd(pid, 'JFR.configure', 'stackdepth=256')
    jcmd(pid, 'JFR.start', 'name=benchmark', 'settings=profile')
  },
  end: () => jcmd(pid, 'JFR.stop', 'name=benchmark', `filename=${file}`),
})
