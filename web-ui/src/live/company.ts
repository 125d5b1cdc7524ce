import type { ChangeSet } from '@codemirror/state'
import type { LiveText } from './liveText'
import type { Message, PreviewNews } from './messages'
import { Page } from './page'
import { Past } from './past'
import { People } from './people'
import type { Accepted, Replica } from './replica'
import type { Clock, Listeners } from './types'
import { Whereabouts } from './whereabouts'

/** All that is relayed and forgotten: who is here and where, and what the page looks like. */
export class Company {
  private readonly people: People
  private readonly whereabouts: Whereabouts
  private readonly page = new Page()
  private readonly past = new Past()
  private named = 0
  private shown = 0

  constructor(
    client: string,
    clock: Clock,
    private readonly text: LiveText,
    private readonly listeners: Listeners,
    send: (message: object) => void,
  ) {
    this.people = new People(client)
    this.whereabouts = new Whereabouts(client, clock, () => text.replica, send)
  }

  here(anchor: number | null, head: number | null): void {
    this.whereabouts.here(anchor, head)
  }

  /** A new line: the server knows nothing of us, and says everything again. */
  opened(): void {
    this.page.clear()
    this.whereabouts.introduce()
  }

  lost(): void {
    this.people.all([], this.text.replica)
    this.tellPresence()
  }

  stop(): void {
    this.whereabouts.stop()
  }

  /** Throws a RangeError when a preview has gaps. */
  heard(message: Message): void {
    switch (message.type) {
      case 'welcome':
        this.people.all(message.present, this.text.replica)
        this.tellNames()
        return this.tellPresence()
      case 'presence':
        this.people.moved(message.place, this.text.replica)
        this.tellNames()
        return this.tellPresence()
      case 'left':
        return this.left(message.connection)
      case 'preview':
        return this.tellPreview(message.news)
      case 'standing':
        return this.listeners.onStanding?.(message.standing)
      case 'edition':
        return this.listeners.onEdition?.(message.edition)
    }
  }

  /** Whether the page has grown so large in memory that a new line would be better. */
  get tired(): boolean {
    return this.page.full
  }

  passed(before: Replica, after: Replica, changes: ChangeSet): void {
    this.past.passed(before, after, changes.desc)
  }

  /** Before the editor itself is told, for it may tell its new selection while it changes. */
  shifting(changes: ChangeSet): void {
    this.whereabouts.shifted(changes)
  }

  received(revisions: readonly Accepted[]): void {
    for (const revision of revisions) {
      this.people.received(revision)
      this.whereabouts.received(revision)
    }
    this.tellPresence()
  }

  private tellPreview(news: PreviewNews): void {
    const { revision, title, blocks } = this.page.with(news)
    const starts = this.past.starts(revision, news.lines, this.text.replica)
    this.listeners.onPreview?.({ revision, title, blocks, starts })
  }

  private left(connection: string): void {
    const gone = this.people.left(connection)
    if (gone) this.listeners.onLeft?.(gone)
    this.tellPresence()
  }

  private tellNames(): void {
    const { names } = this.people
    if (names.size !== this.named) this.listeners.onNames?.(names)
    this.named = names.size
  }

  private tellPresence(): void {
    // Who came was told where we were, but can't follow a place through revisions that they never saw.
    if (this.people.newcomers()) this.whereabouts.repeat()
    const present = this.people.present(this.text.replica)
    if (present.length > 0 || this.shown > 0) this.listeners.onPresence?.(present)
    this.shown = present.length
  }
}
