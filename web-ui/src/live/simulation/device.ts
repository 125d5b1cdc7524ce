import type { Ports, Queue, QueueRecord } from '../types'
import type { SimulatedClock } from './clock'
import type { SimulatedNetwork } from './network'

/** One browser: what it keeps, and which of its tabs are alive. */
export class SimulatedDevice {
  readonly records = new Map<string, QueueRecord>()
  /** Whether it can write anything down. */
  full = false
  private readonly names = new Set<string>()

  constructor(
    readonly clock: SimulatedClock,
    readonly network: SimulatedNetwork,
  ) {}

  opensTab(client: string): SimulatedTab {
    return new SimulatedTab(this, client)
  }

  hold(name: string): (() => void) | null {
    if (this.names.has(name)) return null
    this.names.add(name)
    return () => this.names.delete(name)
  }
}

/** The world as one tab of the browser sees it. Once it has died, nothing of it happens any more. */
export class SimulatedTab {
  private alive = true
  private readonly held = new Set<() => void>()
  private readonly woken = new Set<() => void>()

  constructor(
    private readonly device: SimulatedDevice,
    private readonly client: string,
  ) {}

  get ports(): Ports {
    const { clock, network } = this.device
    return {
      clock: {
        after: (milliseconds, run) => clock.after(milliseconds, () => this.alive && run()),
        random: () => clock.random(),
      },
      transport: {
        request: (method, path, body) => this.whileAlive(network.request(method, path, body)),
        connect: (path, listener) => network.connect(path, listener),
      },
      queue: this.queue,
      tabs: { hold: (name) => this.hold(name) },
      connectivity: {
        online: () => !network.noticed,
        listen: (changed) => {
          this.woken.add(changed)
          return () => this.woken.delete(changed)
        },
      },
      newClient: () => this.client,
    }
  }

  wakes(): void {
    for (const changed of [...this.woken]) changed()
  }

  dies(): void {
    this.alive = false
    for (const letGo of this.held) letGo()
    for (const line of this.device.network.lines) line.close()
  }

  private get queue(): Queue {
    const { records } = this.device
    const key = (post: string, client: string) => `${post} ${client}`
    return {
      save: (record) =>
        this.after(
          () => void records.set(key(record.post, record.client), JSON.parse(JSON.stringify(record)) as QueueRecord),
        ),
      remove: (post, client) => this.after(() => void records.delete(key(post, client))),
      list: (post) => this.after(() => [...records.values()].filter((record) => record.post === post)),
    }
  }

  private after<T>(operation: () => T): Promise<T> {
    const { clock } = this.device
    return this.whileAlive(
      new Promise((done, failed) =>
        clock.after(clock.below(10), () => {
          if (!this.alive) return
          if (this.device.full) failed(new Error('The device is full'))
          else done(operation())
        }),
      ),
    )
  }

  private hold(name: string): Promise<(() => void) | null> {
    const letGo = this.device.hold(name)
    if (letGo) this.held.add(letGo)
    return Promise.resolve(letGo)
  }

  private whileAlive<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      answer.then(
        (value) => this.alive && resolve(value),
        (failure: unknown) => this.alive && reject(failure as Error),
      )
    })
  }
}
