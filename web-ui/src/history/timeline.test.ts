import { expect, test } from 'vitest'
import type { Timeline } from '../wire'
import { entriesOf, sessionAt } from './entries'
import { clustersOf, flagsOf, marksOf, told } from './marks'
import { densityOf, nextStop, previousStop, stopsOf } from './strip'

const at = '2026-01-01T10:00:00Z'

const history: Timeline = {
  newest: 200,
  people: [
    { id: 'ada', name: 'Ada' },
    { id: 'ben', name: 'Ben' },
  ],
  sessions: [
    { author: 'ada', from: 1, to: 150, start: at, end: at },
    { author: 'ben', from: 100, to: 200, start: at, end: at },
  ],
  activity: { span: 64, ends: [1, 1, 1, 1], inserted: [64, 128, 0, 8], deleted: [0, 0, 32, 0] },
  editions: [{ edition: 1, revision: 150, at }],
  labels: [{ label: 1, revision: 152, name: 'First draft', by: 'ada', at }],
  restorations: [{ revision: 10, as: 190, whole: false, by: 'ben', at }],
  imports: [{ revision: 1, file: 'look-back.md', by: 'ada', at }],
}

test('the density of a strip holds all that was written, where it was', () => {
  const { inserted, deleted } = densityOf(200, history.activity, 100)
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)
  expect(sum(inserted)).toBeCloseTo(200)
  expect(sum(deleted)).toBeCloseTo(32)
  expect(inserted[0]).toBeCloseTo(2)
  expect(inserted[40]).toBeCloseTo(4)
  expect(deleted[70]).toBeGreaterThan(0)
  expect(sum(densityOf(200, history.activity, 3).inserted)).toBeCloseTo(200)
})

test('Page keys go from one end of a session to the next', () => {
  const stops = stopsOf(history)
  expect(stops).toEqual([0, 150, 200])
  expect([nextStop(stops, 0), nextStop(stops, 150), nextStop(stops, 200)]).toEqual([150, 200, 200])
  expect([previousStop(stops, 200), previousStop(stops, 150), previousStop(stops, 0)]).toEqual([150, 0, 0])
})

test('marks that stand too near are one, and say what they are', () => {
  const clusters = clustersOf(marksOf(history), history.newest, 0.05)
  expect(clusters.map(({ place, marks }) => [place, marks.length])).toEqual([
    [0.005, 1],
    [0.75, 2],
    [0.95, 1],
  ])
  expect(told(clusters[0]!)).toBe('Imported from look-back.md, revision 1')
  expect(told(clusters[1]!)).toBe('Edition 1, revision 150; First draft, revision 152')
  expect(told(clusters[2]!)).toBe('Restored a part of revision 10, revision 190')
  const flags = flagsOf(clusters, 1_000)
  expect(flags.map(({ room, isLeft }) => [Math.round(room), isLeft])).toEqual([
    [180, false],
    [97, false],
    [97, true],
  ])
})

test('the list tells all of it, the newest first, and marks above their session', () => {
  expect(entriesOf(history).map(({ kind, key }) => `${kind}: ${key}`)).toEqual([
    'session: session ben 100',
    'mark: restoration 190 10',
    'mark: label 1',
    'mark: edition 1',
    'session: session ada 1',
    'mark: import 1',
  ])
})

test('where sessions overlap, the one of the author is here', () => {
  const entries = entriesOf(history)
  expect(entries[sessionAt(entries, 120, 'ada')]?.key).toBe('session ada 1')
  expect(entries[sessionAt(entries, 120, 'ben')]?.key).toBe('session ben 100')
  expect(entries[sessionAt(entries, 20)]?.key).toBe('session ada 1')
  expect(sessionAt(entries, 0)).toBe(-1)
})
