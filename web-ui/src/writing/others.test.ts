import { describe, expect, test } from 'vitest'
import { Arrivals } from './arrivals'
import { NameTags } from './nameTags'

const names = (...all: string[]) => new Map(all.map((name) => [name.toLowerCase(), name]))

describe('coming and going', () => {
  test('is told together', () => {
    const arrivals = new Arrivals()
    expect(arrivals.since(names('Ben', 'Mia')).sentence).toBe('Ben and Mia are here.')
    expect(arrivals.since(names('Mia', 'Aiko', 'Tom'))).toEqual({
      sentence: 'Aiko and Tom joined. Ben left.',
      gone: ['ben'],
    })
  })

  test('is not told where nothing changed', () => {
    const arrivals = new Arrivals()
    expect(arrivals.since(names()).sentence).toBe('')
    arrivals.since(names('Ben'))
    expect(arrivals.since(names('Ben'))).toEqual({ sentence: '', gone: [] })
  })
})

describe('a name at a caret', () => {
  /** Timers that run when they are told to. */
  function timers() {
    const waiting: { at: number; run: () => void }[] = []
    let now = 0
    return {
      after: (milliseconds: number, run: () => void) => {
        const timer = { at: now + milliseconds, run }
        waiting.push(timer)
        return () => void waiting.splice(waiting.indexOf(timer), 1)
      },
      pass: (milliseconds: number) => {
        now += milliseconds
        for (const timer of waiting.filter(({ at }) => at <= now)) {
          waiting.splice(waiting.indexOf(timer), 1)
          timer.run()
        }
      },
    }
  }

  test('is shown when its author begins, and no longer while they go on', () => {
    const { after, pass } = timers()
    const tags = new NameTags(() => undefined, after)
    tags.moved('c')
    expect(tags.has('c')).toBe(true)
    for (let i = 0; i < 10; i++) {
      pass(1_000)
      tags.moved('c')
    }
    expect(tags.has('c')).toBe(false)
  })

  test('is shown again after a pause', () => {
    const { after, pass } = timers()
    const tags = new NameTags(() => undefined, after)
    tags.moved('c')
    pass(10_000)
    tags.moved('c')
    expect(tags.has('c')).toBe(true)
  })
})
