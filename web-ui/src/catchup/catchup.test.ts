import { Text } from '@codemirror/state'
import { expect, it, vi } from 'vitest'
import type { Range } from '../wire'
import { dayOf } from './catchUp.svelte'
import { Film } from './film'

const typed = 'What others wrote meanwhile'

/** One letter with each revision after the second; at most ten revisions in an answer. */
const range = (from: number, asked: number): Promise<Range> => {
  const to = Math.min(asked, from + 9)
  const letters = [...typed].slice(from - 3, to - 2)
  return Promise.resolve({
    from,
    to,
    length: from - 1,
    authors: ['ada'],
    author: [0, letters.length],
    at: letters.map((_, n) => (n === 0 ? 1_000 : 1)),
    changes: letters.map((letter, n) => [n === 0 ? from - 1 : 0, 0, letter]),
  })
}

it('a film holds every edit, however many answers it takes', async () => {
  const asked = vi.fn(range)
  const film = await Film.load({ range: asked, source: () => Promise.resolve('> ') }, 2, 2 + typed.length)

  expect(asked).toHaveBeenCalledTimes(3)
  expect(film.length).toBe(typed.length)
  expect(film.play(film.first, 0, film.length).text.toString()).toBe(`> ${typed}`)
})

it('a film is the same text whether it is seen in many frames or in few', async () => {
  const film = await Film.load({ range, source: () => Promise.resolve('> ') }, 2, 2 + typed.length)
  let text: Text = film.first
  for (let at = 0; at < film.length; at += 4) text = film.play(text, at, Math.min(film.length, at + 4)).text

  expect(text.eq(film.play(film.first, 0, film.length).text)).toBe(true)
})

it('a day of this week is told by its name', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')

  expect(dayOf('2026-11-20T12:00:00Z', now)).toBe('Friday')
  expect(dayOf('2026-05-04T12:00:00Z', now)).toBe('4 May')
})
