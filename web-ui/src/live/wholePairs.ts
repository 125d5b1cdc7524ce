import { ChangeSet, type Text } from '@codemirror/state'

/**
 * The same edit with no surrogate pair split. CodeMirror compares what was typed unit by unit, so an emoji typed beside
 * another, or over one, can become a change that begins or ends within a pair; the server refuses such an edit.
 */
export function wholePairs(changes: ChangeSet, before: Text, after: Text): ChangeSet {
  if (!splits(changes, before, after)) return changes
  const whole: { from: number; to: number; insert: Text }[] = []
  changes.iterChanges((fromA, toA, fromB, toB) => {
    const start = within(before, fromA) || within(after, fromB) ? 1 : 0
    const end = within(before, toA) || within(after, toB) ? 1 : 0
    whole.push({ from: fromA - start, to: toA + end, insert: after.slice(fromB - start, toB + end) })
  })
  return ChangeSet.of(whole, before.length)
}

function splits(changes: ChangeSet, before: Text, after: Text): boolean {
  let found = false
  changes.iterChanges((fromA, toA, fromB, toB) => {
    found ||= within(before, fromA) || within(before, toA) || within(after, fromB) || within(after, toB)
  }, true)
  return found
}

const within = (text: Text, at: number) =>
  at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.sliceString(at - 1, at + 1))
