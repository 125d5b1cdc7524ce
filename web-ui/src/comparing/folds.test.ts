import { describe, expect, it } from 'vitest'
import type { Hunk, Part } from '../wire'
import { movesOf, pageRows, piecesOf, sourceRows } from './folds'
import { choicesOf, revisionOf, sidesOf } from './sides'

const same = (old: number, now: number, lines: number): Hunk => ({
  old,
  now,
  moved: null,
  pieces: [{ kind: 'same', text: Array.from({ length: lines }, (_, n) => `line ${n}\n`).join('') }],
})

const changed = (line: number): Hunk => ({
  old: line,
  now: line,
  moved: null,
  pieces: [
    { kind: 'same', text: 'It ' },
    { kind: 'deleted', text: 'was' },
    { kind: 'inserted', text: 'is' },
    { kind: 'same', text: ' so\n' },
  ],
})

const part = (kind: Part['kind']): Part => ({ kind, moved: null, html: `<p>${kind}</p>` })

const told = (rows: readonly { kind: string; count?: number }[]) =>
  rows.map((row) => (row.kind === 'folded' ? row.count : row.kind))

describe('a long stretch without changes', () => {
  it('is folded but for three lines beside each change', () => {
    const rows = sourceRows([changed(1), same(2, 2, 40), changed(42)])

    expect(told(rows)).toEqual(['shown', 'shown', 'shown', 'shown', 34, 'shown', 'shown', 'shown', 'shown'])
  })

  it('has nothing beside it at the beginning and at the end', () => {
    const rows = sourceRows([same(1, 1, 10), changed(11), same(12, 12, 10)])

    expect(told(rows)).toEqual([7, 'shown', 'shown', 'shown', 'shown', 'shown', 'shown', 'shown', 7])
  })

  it('stays open where a fold would save no room', () => {
    expect(told(sourceRows([changed(1), same(2, 2, 7), changed(9)]))).toEqual(Array(9).fill('shown'))
  })

  it('keeps the numbers of both sides', () => {
    const [row] = sourceRows([same(1, 1, 10)])

    expect(row?.kind === 'folded' && row.hidden.at(-1)).toMatchObject({ old: 10, now: 10 })
  })

  it('is folded by blocks on the page', () => {
    const rows = pageRows([part('changed'), ...Array.from({ length: 9 }, () => part('same')), part('inserted')])

    expect(told(rows)).toEqual(['shown', 'shown', 7, 'shown', 'shown'])
  })
})

describe('a change', () => {
  it('is shown on each side without what the other has', () => {
    const text = (side: 'old' | 'now') =>
      piecesOf(changed(1).pieces, side)
        .map((piece) => piece.text)
        .join('')

    expect([text('old'), text('now')]).toEqual(['It was so\n', 'It is so\n'])
  })

  it('that was moved knows both places', () => {
    const gone: Hunk = { old: 3, now: null, moved: 1, pieces: [{ kind: 'deleted', text: 'a\n' }] }
    const here: Hunk = { old: null, now: 30, moved: 1, pieces: [{ kind: 'inserted', text: 'a\n' }] }

    expect(movesOf([gone, here]).get(1)).toEqual({ old: 3, now: 30 })
  })
})

describe('an address', () => {
  const at = '2026-05-04T10:00:00Z'
  const history = {
    newest: 40,
    people: [],
    sessions: [],
    editions: [{ edition: 1, revision: 12, at }],
    labels: [{ label: 1, revision: 30, name: 'Second viewing', by: 'x', at }],
  }

  it('names two revisions or editions, or nothing', () => {
    expect(sidesOf('edition-1...40')).toEqual(['edition-1', '40'])
    expect(sidesOf('1..2')).toBeNull()
    expect(sidesOf('-1...2')).toBeNull()
  })

  it('leads to revisions that there are', () => {
    expect(['edition-1', '40', '0'].map((side) => revisionOf(side, history))).toEqual([12, 40, 0])
    expect(['edition-2', '41'].map((side) => revisionOf(side, history))).toEqual([null, null])
  })

  it('is offered by name, the newest first', () => {
    expect(choicesOf(history).map(({ side }) => side)).toEqual(['40', '30', 'edition-1', '0'])
  })
})
