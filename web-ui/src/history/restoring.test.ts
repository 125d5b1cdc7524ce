import { Text } from '@codemirror/state'
import { expect, test } from 'vitest'
import type { Hunk, Piece } from '../wire'
import { bringBack, changesNothing } from './restoring'

/** `[-gone-]`, `[+new+]`: an old source and the newest one; each line is a hunk of its own. */
function compared(notation: string) {
  const hunks = notation.split(/(?<=\n)/).map((line): Hunk => ({ old: 1, now: 1, moved: null, pieces: piecesOf(line) }))
  const without = (kind: Piece['kind']) =>
    hunks.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text)).join('')
  return { hunks, old: without('inserted'), now: without('deleted') }
}

function piecesOf(line: string): Piece[] {
  return line.split(/(\[-.*?-\]|\[\+.*?\+\])/s).flatMap((text): Piece[] => {
    if (text === '') return []
    if (text.startsWith('[-')) return [{ kind: 'deleted', text: text.slice(2, -2) }]
    return text.startsWith('[+') ? [{ kind: 'inserted', text: text.slice(2, -2) }] : [{ kind: 'same', text }]
  })
}

function restored(notation: string, selection?: string) {
  const { hunks, old, now } = compared(notation)
  const from = selection === undefined ? -1 : old.indexOf(selection)
  const selected = selection === undefined ? null : { from, to: from + selection.length }
  return bringBack(hunks, selected)
    .changes.apply(Text.of(now.split('\n')))
    .toString()
}

const SEASONS = 'Spring is [-warm-][+cold+].\n[-Rain fell.-]\nSummer is [+very +]hot.[+ Really.+]\n'

test('a whole revision comes back as it was', () => {
  expect(restored(SEASONS)).toBe(compared(SEASONS).old)
})

test.each([
  ['warm', 'Spring is warm.\n\nSummer is very hot. Really.\n'],
  ['Spring is warm.', 'Spring is warm.\n\nSummer is very hot. Really.\n'],
  ['Rain', 'Spring is cold.\nRain\nSummer is very hot. Really.\n'],
  ['Rain fell.\nSummer is hot', 'Spring is cold.\nRain fell.\nSummer is hot. Really.\n'],
  ['Summer is', 'Spring is cold.\n\nSummer is very hot. Really.\n'],
  ['wa', 'Spring is wacold.\n\nSummer is very hot. Really.\n'],
])('of a selection only %j comes back', (selection, expected) => {
  expect(restored(SEASONS, selection)).toBe(expected)
})

test('where nothing was changed there is nothing to bring back', () => {
  const { hunks } = compared('Spring is warm.\n')
  expect(changesNothing(bringBack(hunks, null))).toBe(true)
})

test('what will change is shown from the newest source to the one that comes back', () => {
  const hunk = (kind: Piece['kind'], text: string): Hunk => ({ old: 1, now: 1, moved: null, pieces: [{ kind, text }] })
  const compared = [
    hunk('same', 'One\n'),
    hunk('inserted', 'Two\n'),
    hunk('deleted', 'Three\n'),
    hunk('same', 'Four\n'),
  ]
  const { hunks } = bringBack(compared, null)
  expect(hunks.map(({ old, now }) => [old, now])).toEqual([
    [1, 1],
    [2, null],
    [null, 2],
    [3, 3],
  ])
  expect(hunks.flatMap(({ pieces }) => pieces).filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'deleted', text: 'Two\n' },
    { kind: 'inserted', text: 'Three\n' },
  ])
})
