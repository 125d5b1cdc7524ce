import type { ChangeSet } from '@codemirror/state'
import { untilDecided, type Backoff } from './backoff'
import type { LiveText } from './liveText'
import { receive, type Accepted, type Replica, type Sent } from './replica'
import type { Refused, Server } from './server'
import type { Why } from './types'

/** Revisions that may wait for the ones before them; what is beyond is fetched when its turn comes. */
const AHEAD = 1000

export interface InboxListener {
  /** The editor's document is about to be changed so. */
  shifting(changes: ChangeSet): void
  /** One revision after another, before the editor is told. */
  passed(before: Replica, after: Replica, changes: ChangeSet): void
  /** These revisions are in the editor now. */
  received(revisions: readonly Accepted[]): void
  /** The edit in flight was among them. */
  confirmed(sent: Sent): void
  unanswered(why: Why | null): void
  /** Without a line, nothing was to be learned by a request either. */
  missing(why: Why | null): void
  signedOut(): void
  shutOut(why: Refused): void
}

/** Puts revisions into the editor in their order, whatever order they come in, and fetches those that are missing. */
export class Inbox {
  private readonly ahead = new Map<number, Accepted>()
  private newest = 0
  private fetching = false
  private active = true
  /** How often in a row the post was said not to be there. */
  private missed = 0

  constructor(
    private readonly client: string,
    private readonly text: LiveText,
    private readonly server: Server,
    private readonly backoff: Backoff,
    private readonly listener: InboxListener,
  ) {}

  /** Throws a RangeError when the revision does not fit the text. */
  heard(revision: Accepted): void {
    this.put([revision])
    this.reach(revision.revision)
  }

  /** Makes sure that the editor gets this far. */
  reach(revision: number): void {
    this.newest = Math.max(this.newest, revision)
    if (this.behind() && !this.fetching) void this.fetch()
  }

  /** Asks once what is new, where no line tells. */
  async look(): Promise<void> {
    const reading = await this.server.revisions(this.text.replica.revision)
    if (!this.active) return
    if (reading.kind === 'later') return this.listener.missing(reading.why)
    if (reading.kind === 'signed-out') return this.listener.signedOut()
    if (reading.kind === 'gone') return this.isGone(reading.why)
    this.missed = 0
    this.fits(reading.page.revisions)
    this.reach(reading.page.newest)
  }

  resume(): void {
    this.active = true
    this.reach(this.newest)
  }

  stop(): void {
    this.active = false
    this.backoff.wake()
  }

  private behind(): boolean {
    return this.active && this.text.replica.revision < this.newest
  }

  private async fetch(): Promise<void> {
    this.fetching = true
    while (this.behind()) await this.page(this.text.replica.revision)
    this.fetching = false
  }

  private async page(after: number): Promise<void> {
    const reading = await untilDecided(
      () => this.server.revisions(after),
      this.backoff,
      () => this.behind(),
      (why) => this.listener.unanswered(why),
    )
    if (!reading || !this.active) return
    if (reading.kind === 'signed-out') return this.listener.signedOut()
    if (reading.kind === 'gone') {
      this.isGone(reading.why)
      return this.backoff.wait()
    }
    this.missed = 0
    this.newest = Math.max(this.newest, reading.page.newest)
    // The view that answers may be a little behind the log, or what it says may not fit: ask again later.
    if (!this.fits(reading.page.revisions) || this.text.replica.revision <= after) await this.backoff.wait()
  }

  /** One node may know less than another for a moment, so that it has to be said twice. */
  private isGone(why: Refused): void {
    if (++this.missed > 1) this.listener.shutOut(why)
  }

  private fits(revisions: readonly Accepted[]): boolean {
    try {
      this.put(revisions)
      return true
    } catch (failure) {
      if (failure instanceof RangeError) return false
      throw failure
    }
  }

  private put(revisions: readonly Accepted[]): void {
    const here = this.text.replica.revision
    for (const revision of revisions)
      if (revision.revision > here && revision.revision <= here + AHEAD) this.ahead.set(revision.revision, revision)
    const ready: Accepted[] = []
    for (let next = this.ahead.get(here + 1); next; next = this.ahead.get(next.revision + 1)) ready.push(next)
    for (const { revision } of ready) this.ahead.delete(revision)
    if (ready.length > 0) this.apply(ready)
  }

  /** One revision at a time through the replica, all of them at once into the editor. */
  private apply(revisions: readonly Accepted[]): void {
    const { sent } = this.text.replica
    let replica = this.text.replica
    let together: ChangeSet | null = null
    for (const revision of revisions) {
      const step = receive(replica, revision, this.client)
      this.listener.passed(replica, step.replica, revision.changes)
      replica = step.replica
      if (step.changes) together = together ? together.compose(step.changes) : step.changes
    }
    if (together) this.listener.shifting(together)
    this.text.become({ replica, changes: together })
    if (sent && !replica.sent) this.listener.confirmed(sent)
    this.listener.received(revisions)
  }
}
