import type { Line, LineListener, Reply, Transport } from '../types'
import type { SimulatedClock } from './clock'
import type { Logged } from './post'
import type { SimulatedServer } from './server'
import type { Fault } from './tally'

/** So many milliseconds one way are slow. */
const SLOW = 1000

/** How well messages travel between one browser and the server. */
export interface Weather {
  /** Longest time of one way, in milliseconds. */
  delay: number
  losesRequests: number
  losesAnswers: number
  doubles: number
  /** Revisions that come after later ones. */
  shuffles: number
}

export const fair: Weather = { delay: 20, losesRequests: 0, losesAnswers: 0, doubles: 0, shuffles: 0 }

/** The browser's transport as far as its network carries. What was lost is noticed after a while, as a broken request. */
export class SimulatedNetwork implements Transport {
  online = true
  /** Whether the browser knows that it is offline. */
  noticed = false
  weather: Weather = fair
  /** Who is signed in here. */
  signedIn = true
  readonly lines = new Set<SimulatedLine>()
  private requests = 0
  private newestArrived = 0

  constructor(
    readonly clock: SimulatedClock,
    readonly server: SimulatedServer,
    readonly author: string,
  ) {}

  request(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply> {
    const { losesRequests, losesAnswers, doubles } = this.weather
    const number = ++this.requests
    const copy: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body))
    return new Promise((answered, broken) => {
      const breaks = () => this.clock.after(this.clock.below(2000), () => broken(new Error('The network broke')))
      const arrives = (heard: (reply: Reply) => void) => {
        if (!this.online || !this.server.running) return breaks()
        this.arrived(number)
        heard(this.signedIn ? this.server.answers(this.author, method, path, copy) : signedOut)
      }
      if (!this.online || this.befalls('lost request', losesRequests)) return void breaks()
      this.travels(() =>
        arrives((reply) => {
          if (this.befalls('lost answer', losesAnswers)) return breaks()
          const written = JSON.stringify(reply)
          this.travels(() => (this.online ? answered(JSON.parse(written) as Reply) : breaks()))
        }),
      )
      if (this.befalls('doubled request', doubles)) this.travels(() => arrives(() => undefined), 10)
    })
  }

  /** Whether chance will have it so; counted if it will. */
  befalls(fault: Fault, probability: number): boolean {
    const so = probability > 0 && this.clock.chance(probability)
    if (so) this.server.tally.saw(fault)
    return so
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
    const time = this.clock.random() * this.weather.delay * times
    if (time > SLOW) this.server.tally.saw('slow message')
    this.clock.after(time, arrives)
  }

  private arrived(number: number): void {
    if (number < this.newestArrived) this.server.tally.saw('overtaken request')
    this.newestArrived = Math.max(this.newestArrived, number)
  }
}

const signedOut: Reply = { status: 401, body: { title: 'Signed out', status: 401 }, retryAfter: null }

/** One WebSocket: what is sent arrives in order, or not at all; the server's news of revisions may come disordered. */
export class SimulatedLine implements Line {
  /** What the server was told last of where this browser's author is. */
  place: Record<string, unknown> | null = null
  readonly connection: string
  private silent = false
  /** Which revision was heard of last. */
  private newest = 0
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
    const { running, viewTrouble } = this.network.server
    if (!running || viewTrouble || !this.network.signedIn) return this.ends(1006)
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

  welcomes(revision: number, present: unknown[]): void {
    this.newest = revision
    this.says({ type: 'welcome', revision, present })
  }

  tells(logged: Logged): void {
    const { network } = this
    const frame = JSON.stringify({ type: 'revision', ...logged })
    const heard = () => this.hearsOf(logged.revision, frame)
    if (network.befalls('late revision', network.weather.shuffles)) this.late(heard)
    else this.ordered('down', heard)
    if (network.befalls('doubled revision', network.weather.doubles)) this.late(heard)
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

  private hearsOf(revision: number, frame: string): void {
    if (revision > this.newest + 1) this.network.server.tally.saw('gap')
    this.newest = Math.max(this.newest, revision)
    this.listener.heard(frame)
  }

  private late(arrives: () => void): void {
    const { clock, weather } = this.network
    clock.after(clock.random() * weather.delay * 5, () => {
      if (!this.silent) arrives()
    })
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
