import type { Presence } from '../live/types'
import { notices } from '../elements/notices.svelte'
import type { Account } from '../wire'
import { Arrivals } from './arrivals'
import type { Caret } from './carets'
import { initialsOf, type Hues } from './hues'
import { NameTags } from './nameTags'

export interface Here {
  author: string
  name: string
  hue: number
  isMe: boolean
}

/** Who comes and goes within so many milliseconds is told of once. */
const SETTLED = 2_000

/** What the others need of the desk. */
export interface Whereabouts {
  /** Where the caret of a connection stands in the editor now. */
  caretOf(connection: string): Caret | undefined
  /** The carets are to be drawn anew. */
  draw(): void
  /** Brings a position into sight. */
  show(position: number): void
  /** Whether the line to the others is there: without it, nobody has left. */
  connected(): boolean
}

/** Everyone else who is in the post: who they are, where they write, and whom of them this author follows. */
export class Others {
  present: readonly Presence[] = $state.raw([])
  /** Whom this author follows. */
  followed: string | null = $state(null)
  /** Whom this author was taken to: pressed again, they are followed. */
  visited: string | null = $state(null)
  /** What is read aloud about coming and going. */
  news = $state('')

  #pointed: string | null = null
  #settling: ReturnType<typeof setTimeout> | undefined
  readonly #arrivals = new Arrivals()
  readonly #tags = new NameTags(() => this.where.draw())

  constructor(
    private readonly me: Account,
    private readonly hues: Hues,
    private readonly where: Whereabouts,
  ) {}

  get here(): Here[] {
    const others = new Map(this.present.map(({ author, name }) => [author, name]))
    others.delete(this.me.id)
    const inOrder = [...others].sort(([one], [other]) => this.hues.rank(one) - this.hues.rank(other))
    return [[this.me.id, this.me.name] as const, ...inOrder].map(([author, name]) => ({
      author,
      name,
      hue: this.hues.of(author),
      isMe: author === this.me.id,
    }))
  }

  get carets(): Caret[] {
    return this.present.flatMap((one) => this.#caretOf(one))
  }

  meet(present: readonly Presence[]) {
    for (const one of present) if (this.#hasMoved(one)) this.#tags.moved(one.connection)
    this.present = present
    this.where.draw()
    this.#settling ??= setTimeout(() => this.#settle(), SETTLED)
    if (this.followed !== null) this.#showThem(this.followed)
  }

  /** Takes this author to another, and at the second time lets them follow. */
  press(author: string, name: string) {
    if (author === this.followed) return this.letGo()
    if (this.placeOf(author) === null) return notices.tell(`${name} is not in the text at the moment.`)
    this.followed = author === this.visited && author !== this.me.id ? author : null
    this.visited = author
    this.#showThem(author)
  }

  follow(author: string, name: string) {
    this.visited = author
    this.press(author, name)
  }

  /** Whoever types or scrolls goes their own way again. */
  letGo() {
    if (this.followed !== null) this.followed = null
    if (this.visited !== null) this.visited = null
  }

  /** Shows the name at someone's caret, as long as their picture is pointed at or has the focus. */
  point(author: string | null) {
    this.#pointed = author
    this.where.draw()
  }

  nameOf = (author: string) => this.present.find((one) => one.author === author)?.name ?? 'them'

  /** Where someone writes now; of their windows, in the one that was heard of last. */
  placeOf(author: string): number | null {
    const windows = this.present.filter((one) => one.author === author && one.head !== null)
    const newest = windows.at(-1)
    return newest ? (this.where.caretOf(newest.connection)?.head ?? newest.head) : null
  }

  close() {
    clearTimeout(this.#settling)
  }

  #showThem(author: string) {
    const place = this.placeOf(author)
    if (place !== null) this.where.show(place)
  }

  #hasMoved({ connection, head }: Presence): boolean {
    const before = this.where.caretOf(connection)
    return before !== undefined && head !== null && before.head !== head
  }

  #settle() {
    this.#settling = undefined
    if (!this.where.connected()) return
    const others = this.here.filter(({ isMe }) => !isMe).map(({ author, name }) => [author, name] as const)
    const { sentence, gone } = this.#arrivals.since(new Map(others))
    if (sentence) this.news = sentence
    if (this.followed !== null && gone.includes(this.followed)) this.letGo()
  }

  #caretOf({ connection, author, name, anchor, head }: Presence): Caret[] {
    if (anchor === null || head === null) return []
    const named = this.#tags.has(connection) || this.#pointed === author
    return [{ connection, name, initials: initialsOf(name), hue: this.hues.of(author), anchor, head, named }]
  }
}
