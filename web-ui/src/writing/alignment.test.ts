import { expect, test } from 'vitest'
import { across, ascending, beside } from './alignment'

const source = [0, 100, 200, 1000]
const page = [0, 50, 450, 900]

test.each([
  [0, 0],
  [50, 25],
  [100, 50],
  [150, 250],
  [200, 450],
  [600, 675],
  [2000, 900],
])('the height %i of the source is %i of the page', (height, expected) => {
  expect(across(source, page, height)).toBe(expected)
})

test('a place in sight stands beside itself', () => {
  const scrolled = beside(source, page, 150, { scrolled: 120, height: 400 })
  expect(across(source, page, 150) - scrolled).toBe(150 - 120)
})

test('where the place is out of sight, the edge that is nearest to it stands for it', () => {
  expect(beside(source, page, 0, { scrolled: 200, height: 400 })).toBe(450)
  expect(beside(source, page, 1000, { scrolled: 200, height: 400 })).toBe(across(source, page, 600) - 400)
})

test('who leads does not matter: there and back is where it was', () => {
  for (const [place, scrolled] of [
    [150, 120],
    [0, 330],
    [900, 220],
  ] as const) {
    const there = beside(source, page, place, { scrolled, height: 300 })
    const back = beside(page, source, across(source, page, place), { scrolled: there, height: 300 })
    expect(back).toBeCloseTo(scrolled)
  }
})

test('heights measured out of order do no harm', () => {
  expect(ascending([0, 20, 10, 30])).toEqual([0, 20, 20, 30])
  expect(across([0, 20, 20, 30], [0, 5, 8, 9], 20)).toBe(8)
})
