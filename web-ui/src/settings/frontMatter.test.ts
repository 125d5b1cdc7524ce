import { describe, expect, test } from 'vitest'
import { addItem, removeItem, setBare, setText, type Edit } from './edits'
import { isOn, listOf, read, textOf, type FrontMatter } from './frontMatter'

const toml = `+++
# about a film
title = 'Look back' # the title
	date = 2026-05-04T03:02:01
tags = [
  "film", # first
  "anime",
]
draft = true
"my key" = """
more = "than"
one line"""

[params]
title = "another"
+++

Text
`
const yaml = `---
title: "Look back" # the title
date: 2026-05-04 10:00
tags:
  - film
  - 'anime'   # second
draft: false
summary: >
  folded
params:
  title: another
---

Text
`
const json = `{
  "title": "Look \\"back\\"",
  "tags": ["film", "anime"],
  "draft": false,
  "params": { "title": "another" }
}

Text
`
const crlf = `\ufeff${yaml.replaceAll('\n', '\r\n')}`
const files = { toml, yaml, json, crlf }

const known = (source: string): FrontMatter => {
  const reading = read(source)
  if ('fault' in reading) throw new Error(`${reading.fault.line}: ${reading.fault.sentence}`)
  return reading.found
}

const after = (source: string, edit: Edit | null) =>
  edit ? source.slice(0, edit.from) + edit.insert + source.slice(edit.to) : source

describe.each(Object.entries(files))('in %s', (_, source) => {
  test('keys of the top are read, and only those', () => {
    expect(textOf(known(source), 'title')).toMatch(/^Look "?back"?$/)
    expect(listOf(known(source), 'tags')).toEqual(['film', 'anime'])
    expect(textOf(known(source), 'more')).toBe('')
  })

  test('what is set is read again, whatever stands beside it', () => {
    const random = generator(7)
    let now = source
    for (let n = 0; n < 400; n++) {
      const key = ['title', 'slug', 'description', 'draft'][n % 4]!
      const text = words(random)
      const others = beside(now, key)
      now = after(now, setText(now, key, text))
      expect(textOf(known(now), key), `round ${n}`).toBe(text)
      expect(beside(now, key), `round ${n}`).toEqual(others)
      expect(now.endsWith(source.slice(source.lastIndexOf('Text') - 3))).toBe(true)
    }
  })

  test('tags come and go one by one', () => {
    const random = generator(11)
    let now = source
    let tags = ['film', 'anime']
    for (let n = 0; n < 300; n++) {
      const others = beside(now, 'tags')
      const gone = random() < 0.5 ? tags[Math.floor(random() * tags.length)] : undefined
      if (gone !== undefined) {
        now = after(now, removeItem(now, 'tags', gone))
        tags = tags.filter((tag) => tag !== gone)
      } else {
        const tag = `${words(random)} ${n}`
        now = after(now, addItem(now, 'tags', tag))
        tags = [...tags, tag]
      }
      expect(listOf(known(now), 'tags'), `round ${n}: ${now}`).toEqual(tags)
      expect(beside(now, 'tags')).toEqual(others)
    }
  })

  test('a switch and a date stand as before', () => {
    const on = after(source, setBare(source, 'draft', 'true'))
    expect(isOn(known(on), 'draft')).toBe(true)
    expect(textOf(known(after(on, setBare(on, 'date', '2026-06-01'))), 'date')).toBe('2026-06-01')
  })

  test('any cut of the file is read or refused with a line, never worse', () => {
    for (let end = 0; end < source.length; end++) {
      const reading = read(source.slice(0, end))
      if ('fault' in reading) expect(reading.fault.line).toBeGreaterThan(0)
    }
  })
})

test('comments, quotes and order stay', () => {
  expect(after(toml, setText(toml, 'title', 'Look at me'))).toBe(toml.replace('Look back', 'Look at me'))
  expect(after(toml, addItem(toml, 'tags', 'new'))).toBe(toml.replace('"anime"', '"anime", "new"'))
  expect(after(yaml, removeItem(yaml, 'tags', 'film'))).toBe(yaml.replace('  - film\n', ''))
  expect(after(yaml, addItem(yaml, 'tags', 'new'))).toBe(yaml.replace('# second\n', "# second\n  - 'new'\n"))
})

test('a missing key goes to the end of the top, before tables', () => {
  expect(after(toml, setText(toml, 'slug', 'x'))).toBe(toml.replace('line"""\n', 'line"""\nslug = "x"\n'))
})

test('the smallest edit leaves what is the same', () => {
  const at = toml.indexOf('back')
  expect(setText(toml, 'title', 'Look black')).toEqual({ from: at + 1, to: at + 1, insert: 'l' })
})

test.each([
  ['+++\ntitle = "a\n+++\n', 2],
  ['+++\ntitle = "a"\n', 1],
  ['+++\na = 1\na = 2\n+++\n', 3],
  ['---\na: 1\nnonsense\n---\n', 3],
  ['{"a": 1 "b": 2}', 1],
  ['No front matter', 1],
])('%j is refused at its line', (source, line) => {
  expect(read(source)).toMatchObject({ fault: { line } })
})

/** What a reader of the file finds under every other key. */
const beside = (source: string, key: string) =>
  [...known(source).values]
    .filter(([other]) => other !== key)
    .map(([other, { from, to }]) => [other, source.slice(from, to)])

const generator = (seed: number) => () => {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed / 2147483648
}

const pieces = [
  'a',
  'look',
  '"',
  "'",
  '\\',
  '#',
  ': ',
  '季節',
  '🎞',
  ' ',
  ',',
  ']',
  '+++',
  '---',
  '\t',
  '1',
  'true',
  '\u0001',
]
const words = (random: () => number) =>
  Array.from({ length: 1 + Math.floor(random() * 6) }, () => pieces[Math.floor(random() * pieces.length)]).join('')
