import { Backoff } from './backoff'
import { Malformed } from './json'
import { message, type Message } from './messages'
import type { Clock, Line, LineListener } from './types'

const PING_EVERY = 4_000
/** Also how long a handshake and the welcome may take. */
const DEAD_AFTER = 10_000

export const SIGNED_OUT = 4401
export const NOT_LET_IN = 4403
export const DELETED = 4410

export interface ConnectionListener {
  /** The line is open; the first message is to be sent. */
  opened(): void
  /** Throws a RangeError when the message can't be true: the line is then dropped and another one tried. */
  heard(message: Message): void
  /** The line is lost, or never came to be. Another one will be tried unless the listener stops it. */
  lost(code: number): void
}

/** Holds a line to the server: notices when it is dead, and opens another one. */
export class Connection {
  private line: Line | null = null
  private wanted = false
  private pinging: (() => void) | null = null
  private deadline: (() => void) | null = null
  private readonly backoff: Backoff

  constructor(
    private readonly clock: Clock,
    private readonly connect: (listener: LineListener) => Line,
    private readonly listener: ConnectionListener,
  ) {
    this.backoff = new Backoff(clock)
  }

  start(): void {
    if (this.wanted) return this.wake()
    this.wanted = true
    this.open()
  }

  stop(): void {
    this.wanted = false
    this.hangUp()
    this.backoff.wake()
  }

  /** The device may have slept, or the network changed: tries the line, or another one at once. */
  wake(): void {
    if (this.line) this.ping()
    else this.backoff.wake()
  }

  /** Takes another line: what this one says can't be followed. */
  drop(): void {
    this.lose(0)
  }

  send(message: object): void {
    this.line?.send(JSON.stringify(message))
  }

  private open(): void {
    let line: Line | null = null
    const current = () => line !== null && line === this.line
    line = this.connect({
      opened: () => current() && this.opened(),
      heard: (frame) => current() && this.heard(frame),
      closed: (code) => current() && this.lose(code),
    })
    this.line = line
    this.expectWord()
  }

  private opened(): void {
    this.listener.opened()
    this.pingLater()
  }

  private heard(frame: string): void {
    this.deadline?.()
    this.deadline = null
    try {
      const heard = message(frame)
      if (heard.type === 'welcome') this.backoff.reset()
      this.listener.heard(heard)
    } catch (failure) {
      if (!(failure instanceof Malformed || failure instanceof RangeError)) throw failure
      this.drop()
    }
  }

  private ping(): void {
    this.send({ type: 'ping' })
    this.expectWord(DEAD_AFTER - PING_EVERY)
    this.pingLater()
  }

  private pingLater(): void {
    this.pinging?.()
    this.pinging = this.clock.after(PING_EVERY, () => this.ping())
  }

  /** From the oldest word that was not answered, not from the last one heard: a sleeping tab's timers come late. */
  private expectWord(within = DEAD_AFTER): void {
    this.deadline ??= this.clock.after(within, () => this.lose(0))
  }

  private lose(code: number): void {
    this.hangUp()
    if (!this.wanted) return
    this.listener.lost(code)
    void this.backoff.wait().then(() => {
      if (this.wanted && !this.line) this.open()
    })
  }

  private hangUp(): void {
    this.pinging?.()
    this.deadline?.()
    this.pinging = this.deadline = null
    const { line } = this
    this.line = null
    line?.close()
  }
}
