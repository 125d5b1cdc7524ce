import { ChangeSet, type ChangeSpec } from '@codemirror/state'

/** Places that one edit may change, and units that it may insert: well within the bounds of docs/api.md. */
const PLACES = 4_000
const INSERTED = 500_000

/** As much of a change as one edit may hold, and what must follow it; null when all of it fits. */
export function split(changes: ChangeSet, places = PLACES, units = INSERTED): [ChangeSet, ChangeSet | null] {
  const head: ChangeSpec[] = []
  const tail: ChangeSpec[] = []
  let inserted = 0
  changes.iterChanges((from, to, _fromB, _toB, insert) => {
    inserted += insert.length
    const fits = head.length === 0 || (tail.length === 0 && head.length < places && inserted <= units)
    ;(fits ? head : tail).push({ from, to, insert })
  })
  if (tail.length === 0) return [changes, null]
  const first = ChangeSet.of(head, changes.length)
  return [first, ChangeSet.of(tail, changes.length).map(first)]
}
