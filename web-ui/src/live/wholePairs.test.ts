import { ChangeSet, Text } from '@codemirror/state'
import { expect, it } from 'vitest'
import { wholePairs } from './wholePairs'

const whole = (text: string, ...changes: { from: number; to?: number; insert?: string }[]) => {
  const before = Text.of([text])
  const split = ChangeSet.of(changes, text.length)
  const after = split.apply(before)
  const result = wholePairs(split, before, after)
  expect(result.apply(before).toString()).toBe(after.toString())
  expect(JSON.stringify(result)).not.toMatch(/\\ud[89a-f]/)
  return result.toJSON()
}

it('an emoji typed before another is inserted whole', () => {
  expect(whole('a😁b', { from: 2, insert: '\ude00\ud83d' })).toEqual([1, [2, '😀😁'], 1])
})
it('an emoji typed over another replaces it whole', () => {
  expect(whole('a😁b', { from: 2, to: 3, insert: '\ude00' })).toEqual([1, [2, '😀'], 1])
})
it('one with another high surrogate too', () => {
  expect(whole('a😀b', { from: 1, to: 2, insert: '\ud83e' })).toEqual([1, [2, '🨀'], 1])
})
it('deleting between the halves of two', () => {
  expect(whole('a😀😁b', { from: 2, to: 4 })).toEqual([1, [4, '😁'], 1])
})
it('leaves every other edit as it is', () => {
  expect(whole('a😀b', { from: 1, to: 3 }, { from: 4, insert: '季' })).toEqual([1, [2], 1, [0, '季']])
})
it('two changes that split one pair from both sides', () => {
  expect(whole('😀', { from: 0, to: 1, insert: '\ud83e' }, { from: 1, to: 2, insert: '\ude01' })).toEqual([
    [2, '\ud83e\ude01'],
  ])
})
it('two emoji in one change set, beside each other', () => {
  expect(whole('😀😁', { from: 1, to: 2, insert: '\ude02' }, { from: 3, to: 4, insert: '\ude03' })).toEqual([
    [2, '😂'],
    [2, '😃'],
  ])
})

it('random typing by units', { timeout: 60_000 }, () => {
  let state = 7
  const random = (bound: number) => (state = (state * 48271) % 2147483647) % bound
  const unit = () => ['a', '😀', '😁', '🨀', '\n'][random(5)]!
  for (let round = 0; round < 20000; round++) {
    const one = Array.from({ length: random(6) }, unit).join('')
    const other = Array.from({ length: random(6) }, unit).join('')
    // as a comparison unit by unit would find: common head and tail kept, and some of the middle too
    let from = 0
    while (from < Math.min(one.length, other.length) && one[from] === other[from]) from++
    let tail = 0
    while (tail < Math.min(one.length, other.length) - from && one.at(-1 - tail) === other.at(-1 - tail)) tail++
    const before = Text.of(one.split('\n'))
    const middle = other.slice(from, other.length - tail)
    const cut = from + random(one.length - tail - from + 1),
      part = random(middle.length + 1)
    const edit = ChangeSet.of(
      [
        { from, to: cut, insert: middle.slice(0, part) },
        { from: cut, to: one.length - tail, insert: middle.slice(part) },
      ],
      one.length,
    )
    const after = edit.apply(before)
    expect(after.toString()).toBe(other)
    const result = wholePairs(edit, before, after)
    expect(result.apply(before).toString()).toBe(other)
    expect(JSON.stringify(result)).not.toMatch(/\\ud[89a-f]/)
    expect(wholePairs(result, before, after)).toBe(result)
  }
})
