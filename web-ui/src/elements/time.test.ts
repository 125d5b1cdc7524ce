import { expect, test } from 'vitest'
import { ago, span } from './time.svelte'

const now = Date.parse('2026-11-23T12:00:00Z')

test.each([
  ['2026-11-23T11:59:30Z', 'just now'],
  ['2026-11-23T11:55:00Z', '5 minutes ago'],
  ['2026-11-23T09:00:00Z', '3 hours ago'],
  ['2026-11-22T12:00:00Z', 'yesterday'],
  ['2025-11-20T12:00:00Z', 'last year'],
])('%s was %s', (at, words) => {
  expect(ago(at, now)).toBe(words)
})

test('a session within a minute has one time', () => {
  expect(span('2026-11-23T10:04:01', '2026-11-23T10:04:50')).toBe('23 November 2026, 10:04')
})

test('a session within a day names the day once', () => {
  expect(span('2026-11-23T10:04:00', '2026-11-23T10:31:00')).toBe('23 November 2026, 10:04 to 10:31')
})

test('a session over midnight names both days', () => {
  expect(span('2026-11-22T23:50:00', '2026-11-23T00:10:00')).toBe('22 November 2026, 23:50 to 23 November 2026, 00:10')
})
