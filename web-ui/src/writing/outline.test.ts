import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { hugoMarkdown } from './dialect'
import { headingAt, outlineOf } from './outline'

const outline = (doc: string) => outlineOf(EditorState.create({ doc, extensions: hugoMarkdown() })).headings

test('headings of both forms are found, wherever they stand', () => {
  expect(outline('# One\n\ntext\n\nTwo\n---\n\n> ### Three\n')).toEqual([
    { level: 1, text: 'One', from: 0 },
    { level: 2, text: 'Two', from: 13 },
    { level: 3, text: 'Three', from: 24 },
  ])
})

test('front matter and code hold no headings', () => {
  expect(outline('---\ntitle: x\n# not\n---\n\n```\n# not\n```\n\n    # not\n\n## Yes\n')).toMatchObject([
    { text: 'Yes' },
  ])
})

test('a heading is told as it is read', () => {
  expect(outline('## The *long* [way](/x) `home` {#way}\n##\n').map(({ text }) => text)).toEqual([
    'The long way home',
    'Untitled',
  ])
})

test('a position stands under the heading before it', () => {
  const headings = outline('intro\n\n# One\n\ntext\n\n# Two\n')
  expect([0, 7, 16, 23].map((position) => headingAt(headings, position))).toEqual([-1, 0, 0, 1])
})
