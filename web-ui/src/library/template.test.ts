import { expect, test } from 'vitest'
import { slugOf, template } from './template'

test.each([
  ['A Page of Madness: rain', 'a-page-of-madness-rain'],
  ['狂つた一頁 を観る', '狂つた一頁-を観る'],
  ['  「ガラス」！ ', 'ガラス'],
  ['!!!', ''],
])('%s is suggested as %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test('a post begins in TOML', () => {
  expect(template('Say "no" \\', 'post', 'toml', '2026-11-23')).toBe(
    '+++\ntitle = "Say \\"no\\" \\\\"\ndate = 2026-11-23\ntags = []\n+++\n\n',
  )
})

test('a review begins in YAML with the fields of its kind', () => {
  expect(template('雨', 'film', 'yaml', '2026-11-23')).toBe(
    '---\ntitle: "雨"\ndate: 2026-11-23\ntags: ["film"]\nparams:\n  director: ""\n  year: ""\n  rating: ""\n---\n\n',
  )
})
