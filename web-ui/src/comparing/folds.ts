import type { Hunk, Part, Piece } from '../wire'

/** A stretch without changes is folded where it is longer than this; this much of it stays in sight beside a change. */
const CONTEXT = { lines: 3, blocks: 1 }

/** A row of the comparison: two places side by side, or what is folded between them. */
export type Row<T> = { kind: 'shown'; one: T } | { kind: 'folded'; key: number; hidden: T[]; count: number }

/** The lines of a hunk that is the same on both sides, each as a hunk of its own. */
function linesOf(hunk: Hunk): Hunk[] {
  const text = hunk.pieces.map(({ text }) => text).join('')
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n')
  return lines.map((line, n) => ({
    old: hunk.old! + n,
    now: hunk.now! + n,
    moved: null,
    pieces: [{ kind: 'same', text: line }],
  }))
}

export const isSame = (hunk: Hunk) => hunk.pieces.every(({ kind }) => kind === 'same')

/** Hunks as rows: one for each unchanged line, and one for each change. */
export function sourceRows(hunks: readonly Hunk[]): Row<Hunk>[] {
  const lines = hunks.flatMap((hunk) => (isSame(hunk) ? linesOf(hunk) : [hunk]))
  return folded(lines, isSame, CONTEXT.lines)
}

export const pageRows = (parts: readonly Part[]): Row<Part>[] =>
  folded(parts, ({ kind }) => kind === 'same', CONTEXT.blocks)

function folded<T>(all: readonly T[], same: (one: T) => boolean, context: number): Row<T>[] {
  const rows: Row<T>[] = []
  for (let at = 0; at < all.length;) {
    let end = at
    while (end < all.length && same(all[end]!)) end++
    if (end === at) {
      rows.push({ kind: 'shown', one: all[at++]! })
      continue
    }
    rows.push(...stretch(all.slice(at, end), at, at === 0 ? 0 : context, end === all.length ? 0 : context))
    at = end
  }
  return rows
}

function stretch<T>(same: T[], key: number, before: number, after: number): Row<T>[] {
  const show = (one: T): Row<T> => ({ kind: 'shown', one })
  const hidden = same.slice(before, same.length - after)
  if (hidden.length < 2) return same.map(show)
  const fold: Row<T> = { kind: 'folded', key, hidden, count: hidden.length }
  return [...same.slice(0, before).map(show), fold, ...same.slice(same.length - after).map(show)]
}

/** What one side shows of the pieces: the old one without what is new, and the other way round. */
export const piecesOf = (pieces: readonly Piece[], side: 'old' | 'now'): Piece[] =>
  pieces.filter(({ kind }) => kind !== (side === 'old' ? 'inserted' : 'deleted'))

/** For each number of a move, where it was and where it is, as lines. */
export function movesOf(hunks: readonly Hunk[]): Map<number, { old: number; now: number }> {
  const moves = new Map<number, { old: number; now: number }>()
  for (const { moved, old, now } of hunks) {
    if (moved === null) continue
    const known = moves.get(moved) ?? { old: 0, now: 0 }
    moves.set(moved, { old: old ?? known.old, now: now ?? known.now })
  }
  return moves
}
