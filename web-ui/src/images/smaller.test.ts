import { describe, expect, test } from 'vitest'
import { isStill, isWorthwhile, within } from './smaller'

const file = (type: string, ...parts: (string | number[])[]) =>
  new Blob(
    parts.map((part) => (typeof part === 'string' ? part : new Uint8Array(part))),
    { type },
  )

const chunk = (name: string, length: number): [number[], string, number[]] => [
  [0, 0, 0, length],
  name,
  Array.from({ length: length + 4 }, () => 0),
]

const png = (...chunks: string[]) =>
  file('image/png', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], ...chunks.flatMap((name) => chunk(name, 13)))

describe('a smaller copy', () => {
  test('has at most 2560 pixels at its longer side, and is never larger', () => {
    expect(within(6000, 4000)).toEqual({ width: 2560, height: 1707 })
    expect(within(10, 50_000)).toEqual({ width: 1, height: 2560 })
    expect(within(800, 600)).toEqual({ width: 800, height: 600 })
  })

  test('is made where it saves a fifth', () => {
    expect(isWorthwhile(79, 100)).toBe(true)
    expect(isWorthwhile(80, 100)).toBe(false)
  })

  test('is made of still pictures only', async () => {
    expect(await isStill(png('IHDR', 'IDAT'))).toBe(true)
    expect(await isStill(png('IHDR', 'acTL', 'IDAT'))).toBe(false)
    expect(await isStill(file('image/webp', 'RIFF0000WEBPVP8X0000000000000000ANIM'))).toBe(false)
    expect(await isStill(file('image/webp', 'RIFF0000WEBPVP8 '))).toBe(true)
    expect(await isStill(file('image/avif', '0000ftypavis0000'))).toBe(false)
    expect(await isStill(file('image/gif', 'GIF89a'))).toBe(false)
    expect(await isStill(file('image/svg+xml', '<svg/>'))).toBe(false)
    expect(await isStill(file('image/png', ''))).toBe(true)
  })
})
