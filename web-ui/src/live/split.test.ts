import { ChangeSet, Text } from '@codemirror/state'
import { expect, test } from 'vitest'
import { split } from './split'

const source = Text.of(['0123456789'])
const changes = ChangeSet.of(
  [
    { from: 0, to: 1, insert: 'a' },
    { from: 3, insert: 'bcd' },
    { from: 5, to: 7 },
    { from: 9, insert: 'e' },
  ],
  10,
)

test('a_change_that_fits_stays_whole', () => {
  expect(split(changes)).toEqual([changes, null])
})

test.each([1, 2, 3])('pieces_of_%d_places_one_after_the_other_are_the_whole', (places) => {
  let text = source
  let rest: ChangeSet | null = changes
  while (rest) {
    const [piece, after]: [ChangeSet, ChangeSet | null] = split(rest, places)
    text = piece.apply(text)
    rest = after
  }
  expect(text.toString()).toBe(changes.apply(source).toString())
})

test('a_piece_inserts_no_more_than_it_may_unless_at_one_place', () => {
  const [piece, rest] = split(changes, 100, 2)
  expect(piece.apply(source).toString()).toBe('a123456789')
  expect(rest && split(rest, 100, 2)[0].apply(piece.apply(source)).toString()).toBe('a12bcd3456789')
})
