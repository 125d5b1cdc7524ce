import { ChangeSet, Text } from '@codemirror/state'
import type { Accepted, Revision } from '../wire'

export interface Source {
  revisionsAfter(n: number): Promise<{ newest: number; revisions: Accepted[] }>
  revision(n: number): Promise<Revision>
}

/** The text at a revision, and the edit that led to it (none at revision 0, or where only the text was fetched). */
export interface Moment {
  revision: number
  text: Text
  before: Text | null
  edit: Edit | null
}

export interface Edit {
  author: string
  at: string
  changes: ChangeSet
}

const spacing = 100
const farther = 1_500
const mostCheckpoints = 400

/** Replays edits over the nearest text that is known; texts are kept at every hundredth revision on the way. */
export class Replay {
  readonly #source: Source
  readonly #edits = new Map<number, Accepted>()
  readonly #texts = new Map<number, Text>([[0, Text.empty]])
  readonly #loading = new Map<number, Promise<void>>()

  constructor(source: Source) {
    this.#source = source
  }

  async at(n: number): Promise<Moment> {
    if (n === 0) return { revision: 0, text: Text.empty, before: null, edit: null }
    let base = this.#nearest(n - 1)
    if (n - 1 - base > farther) base = await this.#leap(n - 1)
    const before = await this.#walk(base, n - 1)
    const edit = await this.#edit(n, before.length)
    const text = edit.changes.apply(before)
    this.#keep(n, text)
    return { revision: n, text, before, edit }
  }

  /** What is known of an edit without asking the server. */
  known(n: number): Accepted | undefined {
    return this.#edits.get(n)
  }

  async prefetch(n: number): Promise<void> {
    await this.#load(n)
  }

  async #walk(from: number, to: number): Promise<Text> {
    let text = this.#texts.get(from)!
    for (let n = from + 1; n <= to; n++) {
      text = (await this.#edit(n, text.length)).changes.apply(text)
      if (n % spacing === 0 || n === to) this.#keep(n, text)
    }
    return text
  }

  async #edit(n: number, length: number): Promise<Edit> {
    if (!this.#edits.has(n)) await this.#load(n)
    const { author, at, changes } = this.#edits.get(n) ?? missing(n)
    const parsed = ChangeSet.fromJSON(changes)
    if (parsed.length !== length) throw new Error(`Revision ${n} does not fit the text before it.`)
    return { author, at, changes: parsed }
  }

  #load(n: number): Promise<void> {
    if (this.#edits.has(n)) return Promise.resolve()
    const page = Math.floor((n - 1) / 500) * 500
    const loading = this.#loading.get(page) ?? this.#fetch(page).finally(() => this.#loading.delete(page))
    this.#loading.set(page, loading)
    return loading
  }

  async #fetch(page: number) {
    const { revisions } = await this.#source.revisionsAfter(page)
    for (const accepted of revisions) this.#edits.set(accepted.revision, accepted)
  }

  async #leap(n: number): Promise<number> {
    const { source } = await this.#source.revision(n)
    this.#keep(n, Text.of(source.split('\n')))
    return n
  }

  #nearest(n: number): number {
    let nearest = 0
    for (const known of this.#texts.keys()) if (known <= n && known > nearest) nearest = known
    return nearest
  }

  #keep(n: number, text: Text) {
    this.#texts.set(n, text)
    if (this.#texts.size <= mostCheckpoints) return
    const oldest = [...this.#texts.keys()].find((known) => known !== 0 && known !== n)
    if (oldest !== undefined) this.#texts.delete(oldest)
  }
}

function missing(n: number): never {
  throw new Error(`Revision ${n} did not arrive. Try again in a moment.`)
}
