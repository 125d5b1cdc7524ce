import { browserTransport } from './browserTransport'
import { deviceQueue } from './deviceQueue'
import { onJump } from './jumps'
import type { Clock, Connectivity, Ports, Tabs } from './types'

/** The browser as live editing needs it. */
export function browserPorts(): Ports {
  const mine = new Set<string>()
  const newClient = () => {
    const client = uuid()
    mine.add(client)
    return client
  }
  return { transport: browserTransport, queue: deviceQueue(), tabs: tabs(mine), clock, connectivity, newClient }
}

const clock: Clock = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}

const connectivity: Connectivity = {
  online: () => navigator.onLine,
  listen: (changed) => {
    const seen = () => {
      if (document.visibilityState === 'visible') changed()
    }
    const ending = new AbortController()
    const { signal } = ending
    for (const event of ['online', 'offline', 'pageshow']) window.addEventListener(event, changed, { signal })
    for (const event of ['visibilitychange', 'resume']) document.addEventListener(event, seen, { signal })
    const stopWatching = onJump(changed)
    return () => {
      stopWatching()
      ending.abort()
    }
  },
}

/** Outside of secure contexts there are no locks: what another editor left is then not touched, for it may be alive. */
function tabs(mine: ReadonlySet<string>): Tabs {
  return {
    hold: (name) => {
      if ('locks' in navigator) return lock(name)
      return Promise.resolve([...mine].some((client) => name.endsWith(client)) ? () => undefined : null)
    },
  }
}

function lock(name: string): Promise<(() => void) | null> {
  return new Promise((held) => {
    const untilLetGo = (lock: Lock | null) =>
      new Promise<void>((letGo) => {
        held(lock && letGo)
        if (!lock) letGo()
      })
    navigator.locks.request(name, { ifAvailable: true }, untilLetGo).catch(() => held(null))
  })
}

/** `crypto.randomUUID` is there in secure contexts only. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
