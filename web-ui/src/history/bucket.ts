import type { Text } from '@codemirror/state'
import type { Range } from '../wire'
import { editsOf, type RangeEdit } from './range'
import type { Amounts } from './strip'

/** The text at a revision; what led to it where that is known. */
export interface Moment {
  revision: number
  text: Text
  before: Text | null
  edit: RangeEdit | null
}

const SPACING = 64

/** Neighbouring revisions. Texts are kept at every 64th: as ropes they share nearly all that they hold. */
export class Bucket {
  /** The newest revision that is ready. */
  ready: number
  readonly #texts: Text[]
  readonly #edits: RangeEdit[] = []
  readonly #coming: Iterator<RangeEdit>
  #last: Text

  constructor(
    readonly from: number,
    readonly to: number,
    ranges: readonly Range[],
    before: Text,
  ) {
    this.ready = from - 1
    this.#texts = [before]
    this.#last = before
    this.#coming = inTurn(ranges)
  }

  /** Makes revisions ready up to n, or until time is up. */
  reach(n: number, isTimeUp: () => boolean = () => false) {
    while (this.ready < Math.min(n, this.to) && !isTimeUp()) {
      for (let i = 0; i < SPACING && this.ready < this.to; i++) this.#step()
    }
  }

  has = (n: number) => n >= this.from - 1 && n <= this.to

  at(n: number): Moment {
    const first = Math.max(0, n - 1 - (this.from - 1))
    let text = this.#texts[Math.floor(first / SPACING)]!
    for (let i = first - (first % SPACING); i < first; i++) text = this.#edits[i]!.changes.apply(text)
    const edit = this.editOf(n)
    return edit
      ? { revision: n, text: edit.changes.apply(text), before: text, edit }
      : { revision: n, text, before: null, edit: null }
  }

  editOf = (n: number): RangeEdit | null => this.#edits[n - this.from] ?? null

  /** How much each revision inserted and deleted. */
  amounts(): Amounts {
    this.reach(this.to)
    const amounts: Amounts = { span: 1, inserted: [], deleted: [] }
    for (const { changes } of this.#edits) {
      let [inserted, deleted] = [0, 0]
      changes.iterChanges((fromA, toA, fromB, toB) => {
        inserted += toB - fromB
        deleted += toA - fromA
      })
      amounts.inserted.push(inserted)
      amounts.deleted.push(deleted)
    }
    return amounts
  }

  #step() {
    const { value, done } = this.#coming.next()
    if (done) throw new Error(`Revision ${this.ready + 1} did not arrive. Try again in a moment.`)
    const edit = value as RangeEdit
    if (edit.changes.length !== this.#last.length) {
      throw new Error(`Revision ${edit.revision} does not fit the text before it.`)
    }
    this.#last = edit.changes.apply(this.#last)
    this.#edits.push(edit)
    this.ready++
    if (this.#edits.length % SPACING === 0) this.#texts.push(this.#last)
  }
}

function* inTurn(ranges: readonly Range[]): Generator<RangeEdit> {
  for (const range of ranges) yield* editsOf(range)
}
