import { Text } from '@codemirror/state'
import { expect, it } from 'vitest'
import type { Range } from '../wire'
import { editsOf } from './range'

const range: Range = {
  from: 5,
  to: 8,
  length: 6,
  authors: ['ada', 'ben'],
  author: [0, 2, 1, 1, 0, 1],
  at: [1_000_000, 10, 20, 30],
  changes: [[5, 0, 'ly'], [-7, 1, 'H'], { changes: [[0, '- '], 8] }, [9, 0, '\n!']],
}

it('a range plays as the edits that it holds, each with its author and time', () => {
  const edits = [...editsOf(range)]
  let text = Text.of(['happy.'])
  const played = edits.map(({ changes }) => (text = changes.apply(text)).toString())

  expect(played).toEqual(['happyly.', 'Happyly.', '- Happyly.', '- Happyly.\n!'])
  expect(edits.map(({ revision, author, at }) => [revision, author, at])).toEqual([
    [5, 'ada', 1_000_000],
    [6, 'ada', 1_000_010],
    [7, 'ben', 1_000_030],
    [8, 'ada', 1_000_060],
  ])
})
