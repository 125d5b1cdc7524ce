import { expect, test } from 'vitest'
import { measured, weight, where } from './described'

test('what is known of an image is said shortly', () => {
  expect(measured({ size: 240_400, width: 1600, height: 1200 })).toBe('1600 × 1200, 240 kB')
  expect(measured({ size: 999, width: null, height: null })).toBe('999 B')
  expect(measured(null)).toBe('')
  expect(weight(2_450_000)).toBe('2.5 MB')
})

test('where an image is used is said in words', () => {
  const use = { post: '1', title: 'Rain', draft: true, editions: [] }
  expect(where(use)).toBe('draft')
  expect(where({ ...use, editions: [2] })).toBe('draft, edition 2')
  expect(where({ ...use, draft: false, editions: [1, 2, 3] })).toBe('editions 1, 2 and 3')
})
