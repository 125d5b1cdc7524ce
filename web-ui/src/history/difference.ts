import type { ChangeSpec, Text } from '@codemirror/state'

/** One change that makes one text of another: what they have in common at both ends stays. */
export function difference(old: Text, now: Text): ChangeSpec {
  const shorter = Math.min(old.length, now.length)
  const from = common(old, now, 1, shorter)
  const behind = common(old, now, -1, shorter - from)
  return { from, to: old.length - behind, insert: now.slice(from, now.length - behind) }
}

/** Both are walked through line by line, and most lines are the very same. */
function common(old: Text, now: Text, direction: 1 | -1, most: number): number {
  const [a, b] = [old.iter(direction), now.iter(direction)]
  let length = 0
  for (;;) {
    a.next()
    b.next()
    if (a.done || b.done || a.value !== b.value) break
    length += a.value.length
  }
  if (!a.done && !b.done) length += alike(a.value, b.value, direction)
  return Math.min(length, most)
}

function alike(a: string, b: string, direction: 1 | -1): number {
  const at = (text: string, n: number) => text.charCodeAt(direction === 1 ? n : text.length - 1 - n)
  const shorter = Math.min(a.length, b.length)
  let n = 0
  while (n < shorter && at(a, n) === at(b, n)) n++
  return n
}
