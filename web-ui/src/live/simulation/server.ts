import type { Reply } from '../types'
import type { SimulatedClock } from './clock'
import type { SimulatedLine } from './network'
import { SimulatedPost, type Logged } from './post'

/** The command and the query side in one: what is in the log outlives its restarts, lines and places do not. */
export class SimulatedServer {
  readonly post = new SimulatedPost((logged) => this.tell(logged))
  running = true
  /** How many revisions the view that answers queries may be behind the log. */
  viewBehind = 0
  private readonly lines = new Set<SimulatedLine>()
  private connections = 0

  constructor(private readonly clock: SimulatedClock) {}

  now(): number {
    return this.clock.time
  }

  nextConnection(): number {
    return ++this.connections
  }

  answers(author: string, method: string, path: string, body: unknown): Reply {
    if (method === 'POST' && path.endsWith('/edits')) return this.post.submitted(author, body)
    const after = /\/revisions\?after=(\d+)$/.exec(path)?.[1]
    if (method !== 'GET' || after === undefined) return { status: 404, body: {}, retryAfter: null }
    const behind = Math.min(this.post.revision, this.clock.below(this.viewBehind + 1))
    return this.post.revisions(Number(after), this.post.revision - behind)
  }

  joins(line: SimulatedLine): void {
    this.lines.add(line)
  }

  leaves(line: SimulatedLine): void {
    if (this.lines.delete(line)) this.toOthers(line, { type: 'left', connection: line.connection })
  }

  hears(line: SimulatedLine, text: string): void {
    if (!this.lines.has(line)) return
    const message = JSON.parse(text) as Record<string, unknown>
    if (message['type'] === 'ping') return line.says({ type: 'pong' })
    const { author } = line.network
    const first = line.place === null
    line.place = { ...message, type: 'presence', connection: line.connection, author, name: `Name of ${author}` }
    if (first) line.says({ type: 'welcome', revision: this.post.revision, present: this.present(line) })
    this.toOthers(line, line.place)
  }

  /** Every line is lost, and so is who was where; the log is not. */
  stops(): void {
    this.running = false
    for (const line of [...this.lines]) line.network.dropsLines(1001)
    this.lines.clear()
  }

  starts(): void {
    this.running = true
  }

  say(message: object): void {
    for (const line of this.lines) line.says(message)
  }

  /** Whatever it is, and also to those who did not ask. */
  sayRaw(frame: string): void {
    for (const line of this.lines) line.saysRaw(frame)
  }

  get connected(): number {
    return this.lines.size
  }

  private tell(logged: Logged): void {
    for (const line of this.lines) if (line.place) line.says({ type: 'revision', ...logged })
  }

  private present(line: SimulatedLine): unknown[] {
    return [...this.lines].flatMap((other) => (other !== line && other.place ? [other.place] : []))
  }

  private toOthers(line: SimulatedLine, message: object): void {
    for (const other of this.lines) if (other !== line && other.place) other.says(message)
  }
}
