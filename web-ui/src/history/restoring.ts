import { ChangeSet } from '@codemirror/state'
import type { Hunk, Piece } from '../wire'
import type { Selected } from './visit.svelte'

/** What brings an old source back: a change of the newest one, and the same to look at. */
export interface Bringing {
  changes: ChangeSet
  hunks: Hunk[]
}

/**
 * Of a comparison of an old source with the newest one: all that is different goes back, or only what is different within
 * a part of the old source. What replaced something goes only where all that it replaced comes back.
 */
export function bringBack(compared: readonly Hunk[], selected: Selected | null): Bringing {
  const parts: Part[] = []
  const hunks: Hunk[] = []
  const lines = { old: 1, now: 1 }
  let at = 0
  for (const hunk of compared) {
    const shown: Piece[] = []
    for (const run of runsOf(hunk.pieces)) {
      const chosen = chosenOf(run, at, selected)
      parts.push(...chosen.map(partOf))
      shown.push(...chosen)
      at += lengthOf(run.filter(({ kind }) => kind !== 'inserted'))
    }
    if (shown.length > 0) hunks.push(numbered(shown, lines))
  }
  return { changes: ChangeSet.fromJSON(sections(parts)), hunks }
}

export const changesNothing = ({ changes }: Bringing) => changes.empty

/** As a change: so many units stay, or so many make room for a text. */
type Part = [kept: number, deleted: number, inserted: string]

function partOf({ kind, text }: Piece): Part {
  if (kind === 'same') return [text.length, 0, '']
  return kind === 'deleted' ? [0, text.length, ''] : [0, 0, text]
}

/** The form of ChangeSet.toJSON(). */
function sections(parts: readonly Part[]): (number | [number, ...string[]])[] {
  const json: (number | [number, ...string[]])[] = []
  for (const [kept, deleted, inserted] of parts) {
    const last = json.at(-1)
    if (kept > 0 && typeof last === 'number') json[json.length - 1] = last + kept
    else if (kept > 0) json.push(kept)
    else if (deleted > 0 || inserted !== '') json.push(inserted === '' ? [deleted] : [deleted, ...inserted.split('\n')])
  }
  return json
}

/** Neighbours that are different belong together, as what was there and what took its place. */
function* runsOf(pieces: readonly Piece[]): Generator<Piece[]> {
  let run: Piece[] = []
  for (const piece of pieces) {
    const goesOn = run.length > 0 && piece.kind !== 'same' && run[0]!.kind !== 'same'
    if (!goesOn && run.length > 0) {
      yield run
      run = []
    }
    run.push(piece)
  }
  if (run.length > 0) yield run
}

/** What becomes of a run, as pieces between the newest source and the one that is to be. */
function chosenOf(run: readonly Piece[], start: number, selected: Selected | null): Piece[] {
  const gone = lengthOf(run.filter(({ kind }) => kind === 'deleted'))
  const isWhole = !selected || coversAll(selected, start, start + gone)
  let at = start
  return run.flatMap(({ kind, text }): Piece[] => {
    if (kind === 'same') return [{ kind, text }]
    if (kind === 'inserted') return [{ kind: isWhole ? 'deleted' : 'same', text }]
    const from = selected ? Math.max(0, selected.from - at) : 0
    const to = selected ? Math.max(from, selected.to - at) : text.length
    at += text.length
    const back = text.slice(from, to)
    return back === '' ? [] : [{ kind: 'inserted', text: back }]
  })
}

/** What only came in is within where the selection goes on at both of its sides. */
const coversAll = ({ from, to }: Selected, start: number, end: number) =>
  start === end ? from < start && end < to : from <= start && end <= to

const lengthOf = (pieces: readonly Piece[]) => pieces.reduce((length, { text }) => length + text.length, 0)

/** With the numbers of the first line on each side, null where it has none there. */
function numbered(pieces: Piece[], lines: { old: number; now: number }): Hunk {
  const isThere = (side: Piece['kind']) => pieces.some(({ kind }) => kind !== side)
  const hunk: Hunk = {
    old: isThere('inserted') ? lines.old : null,
    now: isThere('deleted') ? lines.now : null,
    moved: null,
    pieces,
  }
  for (const { kind, text } of pieces) {
    const count = text.split('\n').length - 1
    if (kind !== 'inserted') lines.old += count
    if (kind !== 'deleted') lines.now += count
  }
  return hunk
}
