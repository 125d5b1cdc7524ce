import { ChangeSet, Text } from '@codemirror/state'
import { editsOf, type RangeEdit } from '../history/range'
import type { Range } from '../wire'

/** A range answers so many revisions at most. */
const perRange = 2_048
const mostRanges = 24

export interface Asking {
  range(from: number, to: number): Promise<Range>
  source(revision: number): Promise<string>
}

/** One frame: the text, who wrote last, and the change from the frame before it. */
export interface Frame {
  edit: RangeEdit
  text: Text
  changes: ChangeSet
}

/** The edits between two revisions, to be seen in a set time however many they are. */
export class Film {
  private constructor(
    readonly from: number,
    readonly first: Text,
    readonly edits: readonly RangeEdit[],
  ) {}

  /** What is too long to load at once begins later. */
  static async load(asking: Asking, seen: number, newest: number): Promise<Film> {
    const from = Math.max(seen, newest - perRange * mostRanges)
    const [source, edits] = await Promise.all([asking.source(from), load(asking, from + 1, newest)])
    return new Film(from, Text.of(source.split('\n')), edits)
  }

  get length() {
    return this.edits.length
  }

  /** From one place in the film to a later one. */
  play(text: Text, from: number, to: number): Frame {
    let changes: ChangeSet = ChangeSet.empty(text.length)
    for (const edit of this.edits.slice(from, to)) changes = changes.compose(edit.changes)
    return { edit: this.edits[to - 1]!, text: changes.apply(text), changes }
  }
}

async function load(asking: Asking, from: number, to: number): Promise<RangeEdit[]> {
  const edits: RangeEdit[] = []
  for (let next = from; next <= to;) {
    const range = await asking.range(next, Math.min(to, next + perRange - 1))
    edits.push(...editsOf(range))
    next = range.to + 1
  }
  return edits
}
