import type { Line, LineListener, Reply, Transport } from '../types'
import type { SimulatedClock } from './clock'
import type { SimulatedServer } from './server'

/** How well messages travel between one browser and the server. */
export interface Weather {
  /** Longest time of one way, in milliseconds. */
  delay: number
  losesRequests: number
  losesAnswers: number
  doubles: number
}

export const fair: Weather = { delay: 20, losesRequests: 0, losesAnswers: 0, doubles: 0 }

/** The browser's transport as far as its network carries. What was lost is noticed after a while, as a broken request. */
export class SimulatedNetwork implements Transport {
  online = true
  /** Whether the browser knows that it is offline. */
  noticed = false
  weather: Weather = fair
  /** Who is signed in here. */
  signedIn = true
  readonly lines = new Set<SimulatedLine>()

  constructor(
    readonly clock: SimulatedClock,
    readonly server: SimulatedServer,
    readonly author: string,
  ) {}

  request(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply> {
    const { losesRequests, losesAnswers, doubles } = this.weather
    const copy: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body))
    return new Promise((answered, broken) => {
      const breaks = () => this.clock.after(this.clock.below(2000), () => broken(new Error('The network broke')))
      const arrives = (heard: (reply: Reply) => void) => {
        if (!this.online || !this.server.running) return breaks()
        const reply = this.signedIn ? this.server.answers(this.author, method, path, copy) : signedOut
        heard(JSON.parse(JSON.stringify(reply)) as Reply)
      }
      if (!this.online || this.clock.chance(losesRequests)) return void breaks()
      this.travels(() =>
        arrives((reply) => {
          if (this.clock.chance(losesAnswers)) return breaks()
          this.travels(() => (this.online ? answered(reply) : breaks()))
        }),
      )
      if (this.clock.chance(doubles)) this.travels(() => arrives(() => undefined), 10)
    })
  }

  connect(_path: string, listener: LineListener): Line {
    const line = new SimulatedLine(this, listener)
    this.lines.add(line)
    this.travels(() => line.arrive())
    return line
  }

  /** The network is gone: what was under way is lost, and lines fall silent without a word. */
  goesDown(): void {
    this.online = false
    for (const line of this.lines) {
      line.fallsSilent()
      this.clock.after(10_000, () => this.server.leaves(line))
    }
  }

  /** A proxy or the server ends the lines, and says so. */
  dropsLines(code = 1006): void {
    for (const line of [...this.lines]) line.ends(code)
  }

  private travels(arrives: () => void, times = 1): void {
    this.clock.after(this.clock.random() * this.weather.delay * times, arrives)
  }
}

const signedOut: Reply = { status: 401, body: { title: 'Signed out', status: 401 }, retryAfter: null }

/** One WebSocket: what is sent arrives in order, or not at all. */
export class SimulatedLine implements Line {
  /** What the server was told last of where this browser's author is. */
  place: Record<string, unknown> | null = null
  readonly connection: string
  private silent = false
  private lastUp = 0
  private lastDown = 0

  constructor(
    readonly network: SimulatedNetwork,
    private readonly listener: LineListener,
  ) {
    this.connection = `connection-${network.server.nextConnection()}`
  }

  arrive(): void {
    if (this.silent) return
    if (!this.network.online) return this.fallsSilent()
    if (!this.network.server.running || !this.network.signedIn) return this.ends(1006)
    this.network.server.joins(this)
    this.listener.opened()
  }

  send(text: string): void {
    this.ordered('up', () => this.network.server.hears(this, text))
  }

  close(): void {
    if (this.silent) return
    this.fallsSilent()
    this.network.server.leaves(this)
  }

  says(message: object): void {
    this.saysRaw(JSON.stringify(message))
  }

  saysRaw(frame: string): void {
    this.ordered('down', () => this.listener.heard(frame))
  }

  fallsSilent(): void {
    this.silent = true
    this.network.lines.delete(this)
  }

  ends(code: number): void {
    if (this.silent) return
    this.close()
    this.listener.closed(code)
  }

  private ordered(way: 'up' | 'down', arrives: () => void): void {
    const { clock, weather } = this.network
    const now = this.network.server.now()
    const last = way === 'up' ? this.lastUp : this.lastDown
    const at = Math.max(now + clock.random() * weather.delay, last)
    if (way === 'up') this.lastUp = at
    else this.lastDown = at
    clock.after(at - now, () => {
      if (!this.silent) arrives()
    })
  }
}
