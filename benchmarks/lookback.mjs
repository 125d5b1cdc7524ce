import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'

const root = new URL('..', import.meta.url).pathname

export const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(port))
    })
  })

/** As the README says; or what was just built, where that is named, without looking whether it is current. */
const command = process.env.LOOKBACK_JAR ? ['java', '-jar', process.env.LOOKBACK_JAR] : ['./start']

/** What takes a site in. */
export const importing = process.env.LOOKBACK_JAR ? command : ['./lookback']

/** Starts Lookback in this data folder, with these settings besides; tells how long it took to be ready. */
export async function start(data, settings = {}) {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(command[0], command.slice(1), {
    cwd: root,
    env: { ...process.env, LOOKBACK_DATA: data, LOOKBACK_PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const ready = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Lookback ended with ${code}:\n${said}`)))
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (/Lookback is at/.test(said) && said.endsWith('\n')) resolve(performance.now() - began)
    })
  })
  // The one-time link follows the address in the same breath, or after it.
  await new Promise((later) => setTimeout(later, 200))
  return {
    origin: `http://127.0.0.1:${port}`,
    setup: said.match(/http\S+setup#\S+/)?.[0],
    ready,
    pid: child.pid,
    stop: () =>
      new Promise((ended) => {
        child.once('exit', ended)
        child.kill('SIGTERM')
      }),
  }
}

/** Memory of the JVM, and of it together with its PostgreSQL (whose shared pages count once), in MB. */
export function memory(pid, data) {
  const own = proportional(pid)
  return { jvm: own, all: own + postgresql(data).reduce((sum, one) => sum + proportional(one), 0) }
}

const postmaster = (data) => readFileSync(`${data}/postgresql/postmaster.pid`, 'utf8').split('\n')

/** The processes of the PostgreSQL that Lookback has started. */
export function postgresql(data) {
  const [pid] = postmaster(data)
  return [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)]
}

/** How to reach the PostgreSQL that Lookback has started. */
export const connection = (data) => ({
  host: '127.0.0.1',
  port: Number(postmaster(data)[3]),
  user: 'lookback',
  database: 'lookback',
  password: readFileSync(`${data}/postgresql.password`, 'utf8').trim(),
})

const proportional = (pid) =>
  Number(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)[1]) / 1024

export const percentile = (values, part) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]
