import type { Reply } from '../types'
import type { SimulatedClock } from './clock'
import type { SimulatedLine } from './network'
import { SimulatedPost, type Logged } from './post'
import type { Tally } from './tally'

/** The command and the query side in one: what is in the log outlives its restarts, lines and places do not. */
export class SimulatedServer {
  readonly post: SimulatedPost
  running = true
  /** How many revisions the view that answers queries may be behind the log. */
  viewBehind = 0
  /** What every query is answered with instead; then no line can be had either. */
  viewTrouble: { status: number; code: string; detail: string } | null = null
  /** How many of the submissions are told to come again later. */
  busy = 0
  private readonly lines = new Set<SimulatedLine>()
  private connections = 0

  constructor(
    private readonly clock: SimulatedClock,
    readonly tally: Tally,
  ) {
    this.post = new SimulatedPost(tally, (logged) => this.tell(logged))
  }

  now(): number {
    return this.clock.time
  }

  nextConnection(): number {
    return ++this.connections
  }

  answers(author: string, method: string, path: string, body: unknown): Reply {
    if (method === 'POST' && path.endsWith('/edits')) return this.submitted(author, body)
    const after = /\/revisions\?after=(\d+)$/.exec(path)?.[1]
    if (method !== 'GET' || after === undefined) return { status: 404, body: {}, retryAfter: null }
    if (this.viewTrouble) return { status: this.viewTrouble.status, body: this.viewTrouble, retryAfter: null }
    const behind = Math.min(this.post.revision, this.clock.below(this.viewBehind + 1))
    return this.post.revisions(Number(after), this.post.revision - behind)
  }

  /** Who is told that the server is busy can't know whether the edit was recorded. */
  private submitted(author: string, body: unknown): Reply {
    if (this.busy === 0 || !this.clock.chance(this.busy)) return this.post.submitted(author, body)
    const recorded = this.clock.chance(0.5) && this.post.submitted(author, body).status === 200
    this.tally.saw(recorded ? 'recorded yet busy' : 'busy')
    const problem = { title: 'Busy', status: 503, detail: 'Too many edits wait.', code: 'busy' }
    return { status: 503, body: problem, retryAfter: 1000 * (1 + this.clock.below(3)) }
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
    if (first) line.welcomes(this.post.revision, this.present(line))
    this.toOthers(line, line.place)
  }

  /** Every line is lost, and so is who was where; the log is not. */
  stops(): void {
    this.running = false
    this.tally.saw('restart')
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
    for (const line of this.lines) if (line.place) line.tells(logged)
  }

  private present(line: SimulatedLine): unknown[] {
    return [...this.lines].flatMap((other) => (other !== line && other.place ? [other.place] : []))
  }

  private toOthers(line: SimulatedLine, message: object): void {
    for (const other of this.lines) if (other !== line && other.place) other.says(message)
  }
}
