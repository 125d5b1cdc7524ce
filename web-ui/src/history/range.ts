import { ChangeSet } from '@codemirror/state'
import type { Range } from '../wire'

export interface RangeEdit {
  revision: number
  author: string
  /** Milliseconds of the epoch. */
  at: number
  changes: ChangeSet
}

/** The edits of a range, in order: what docs/api.md tells in columns. */
export function* editsOf(range: Range): Generator<RangeEdit> {
  let { length } = range
  let end = 0
  let at = 0
  const author = authorsOf(range)
  for (const [index, change] of range.changes.entries()) {
    at += range.at[index]!
    let changes: ChangeSet
    if (Array.isArray(change)) {
      const [moved, deleted, insert] = change
      const from = end + moved
      changes = ChangeSet.of({ from, to: from + deleted, insert }, length, '\n')
      end = from + insert.length
    } else changes = ChangeSet.fromJSON(change.changes)
    length = changes.newLength
    yield { revision: range.from + index, author: author(), at, changes }
  }
}

/** Gives the author of each revision in turn. */
function authorsOf({ authors, author }: Range): () => string {
  let pair = 0
  let left = author[1] ?? 0
  return () => {
    if (left === 0) left = author[(pair += 2) + 1] ?? 1
    left--
    return authors[author[pair]!]!
  }
}
