import { untilDecided, type Backoff } from './backoff'
import type { LiveText } from './liveText'
import { asRevision, submit, type Accepted, type Sent } from './replica'
import type { Refused, Server } from './server'
import type { Clock, Why } from './types'

/** Who goes on typing sends an edit each so many milliseconds; the first key after a pause is sent at once. */
const COLLECT = 100

export interface OutboxListener {
  /** Writes down what is unsaved. */
  keep(): Promise<void>
  /** An attempt got no answer. */
  unanswered(why: Why | null): void
  /** So many changes are in the log, at this revision. */
  saved(edits: number, revision: number): void
  /** The edit in flight has become the next revision. */
  received(accepted: Accepted): void
  /** The log has a revision that has not come yet. */
  reach(revision: number): void
  refused(refusal: Refused): void
  signedOut(): void
}

/** Collects what is typed into edits and submits them, one at a time. */
export class Outbox {
  private timer: (() => void) | null = null
  private sending = 0
  private resting = false
  private active = true

  constructor(
    private readonly client: string,
    private readonly text: LiveText,
    private readonly server: Server,
    private readonly backoff: Backoff,
    private readonly clock: Clock,
    private readonly listener: OutboxListener,
  ) {}

  changed(): void {
    if (this.resting) return
    this.timer ??= this.clock.after(0, () => {
      this.timer = null
      this.next()
    })
  }

  /** The edit in flight has come back as a revision. */
  confirmed(sent: Sent): void {
    this.listener.saved(sent.edits, this.text.replica.revision)
    if (!this.timer && !this.resting) this.next()
  }

  resume(): void {
    this.active = true
    this.sending = 0
    this.next()
  }

  /** What is typed from now on is only kept. */
  stop(): void {
    this.active = false
    this.backoff.wake()
  }

  private next(): void {
    if (!this.active) return void this.listener.keep()
    if (!this.text.replica.sent) this.text.become({ replica: submit(this.text.replica), changes: null })
    const { sent } = this.text.replica
    if (sent && sent.sequence !== this.sending) void this.send(sent)
    else void this.listener.keep()
  }

  private async send(sent: Sent): Promise<void> {
    this.sending = sent.sequence
    this.rest()
    await this.listener.keep()
    const verdict = await untilDecided(
      () => this.server.submit(this.client, sent),
      this.backoff,
      () => this.active && this.isInFlight(sent),
      (why) => this.listener.unanswered(why),
    )
    if (!verdict || !this.active || !this.isInFlight(sent)) return
    if (verdict.kind === 'accepted') this.accepted(verdict.revision)
    else if (verdict.kind === 'refused') this.listener.refused(verdict)
    else this.listener.signedOut()
  }

  private rest(): void {
    this.resting = true
    this.clock.after(COLLECT, () => {
      this.resting = false
      if (!this.timer) this.next()
    })
  }

  private accepted(revision: number): void {
    const { replica } = this.text
    const { sent } = replica
    if (!sent) return
    if (revision === replica.revision + 1) return this.listener.received(asRevision(replica, sent, this.client))
    if (revision <= replica.revision) return this.listener.refused(notOurs)
    this.text.become({ replica: { ...replica, sent: { ...sent, edits: 0 } }, changes: null })
    this.listener.saved(sent.edits, revision)
    this.listener.reach(revision)
  }

  private isInFlight({ sequence }: Sent): boolean {
    return this.text.replica.sent?.sequence === sequence
  }
}

const notOurs: Refused = {
  kind: 'refused',
  code: 'not-ours',
  detail: 'The server named a revision for this edit that is another one’s. Open the post again to go on.',
}
