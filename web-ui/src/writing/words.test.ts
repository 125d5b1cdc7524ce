import { expect, test } from 'vitest'
import { bodyOf, readingOf, readingOfPart } from './words'

test.each([
  ['+++\ntitle = \'Look Back\'\n+++\n\nTwo words {{< figure src="/a.png" >}}', 2],
  ['---\ntitle: x\n---\nSee [the _Yonkoma_](https://example.org/a_(b)) page', 4],
  ['{ "title": "x y z" }\none', 1],
  ['a {{< figure alt="b >}} c" >}} d', 2],
  ['{{< details summary="x" >}}\none two\n{{< /details >}}', 2],
  ['a {{</* b c */>}} d', 2],
  ['one <!-- two --> three', 2],
  ['[^1]: one two', 3],
  ['[a]: https://example.org\none', 1],
  ['1. one\n2. two', 2],
  ['流れゆく季節', 6],
  ['ラーメンを2杯', 7],
  ['Look Backは最高', 5],
  ['안녕하세요 여러분', 2],
  ['', 0],
])('%j has %i words', (source, words) => expect(readingOf(source).words).toBe(words))

test('a minute is 213 words, or 501 characters of Japanese', () => {
  expect(readingOf('word '.repeat(213)).minutes).toBe(1)
  expect(readingOf('word '.repeat(214)).minutes).toBe(2)
  expect(readingOf('季'.repeat(501)).minutes).toBe(1)
  expect(readingOf('季'.repeat(501) + ' word').minutes).toBe(2)
  expect(readingOf('').minutes).toBe(0)
})

test('a part of a text has no front matter', () => expect(readingOfPart('---\na\n---').words).toBe(1))

test('a rule in the body is no front matter', () => {
  expect(bodyOf('one\n\n---\n\ntwo')).toBe('one\n\n---\n\ntwo')
})
