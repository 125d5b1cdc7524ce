import { expect, test } from 'vitest'
import { Problem } from '../api'
import { anyOf, placed, wrongsOf } from './account'

test('a name and a long password are enough', () => {
  expect(anyOf(wrongsOf('Mia', 'ten letters'))).toBe(false)
})

test('a name of spaces is no name', () => {
  expect(wrongsOf('   ', 'ten letters').name).not.toBe('')
})

test('letters are counted as people count them', () => {
  expect(wrongsOf('🌊'.repeat(60), 'ten letters').name).toBe('')
  expect(wrongsOf('🌊'.repeat(61), 'ten letters').name).not.toBe('')
})

test('a short password is told beside its field', () => {
  expect(wrongsOf('Mia', 'short').password).toBe('A password has at least 10 characters.')
})

test("the server's sentence stands beside the field that it is about", () => {
  expect(placed(new Problem(409, 'This name is taken.', 'name-taken')).name).toBe('This name is taken.')
  expect(placed(new Problem(403, 'The link was used.')).form).toBe('The link was used.')
})
