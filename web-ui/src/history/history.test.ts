import { ChangeSet, Text } from '@codemirror/state'
import { describe, expect, test, vi } from 'vitest'
import type { Range } from '../wire'
import { caretIn, changedIn, lineOf } from './changed'
import { difference } from './difference'
import { advance, pause } from './pace'
import { Replay } from './replay'
import { titleIn } from './title'

/** A post of random edits, and a server that counts what it is asked. */
function written(length: number, seed: number) {
  const random = lcg(seed)
  const texts = [Text.empty]
  const changes: ChangeSet[] = []
  for (let n = 1; n <= length; n++) {
    const before = texts.at(-1)!
    const from = Math.floor(random() * (before.length + 1))
    const to = Math.min(before.length, from + Math.floor(random() * 4))
    changes.push(ChangeSet.of({ from, to, insert: random() < 0.2 ? 'a\nb' : `${n} ` }, before.length, '\n'))
    texts.push(changes.at(-1)!.apply(before))
  }
  const range = (from: number, to: number): Range => ({
    from,
    to,
    length: texts[from - 1]!.length,
    authors: ['mia'],
    author: [0, to - from + 1],
    at: Array.from({ length: to - from + 1 }, (_, n) => (n === 0 ? from * 1_000 : 1_000)),
    changes: changes.slice(from - 1, to).map((one) => ({ changes: one.toJSON() })),
  })
  const asked = { ranges: 0, sources: 0 }
  const server = {
    range: (from: number, to: number) => {
      asked.ranges++
      return Promise.resolve(range(from, to))
    },
    source: (n: number) => {
      asked.sources++
      return Promise.resolve(texts[n]!.toString())
    },
  }
  return { texts, server, asked, random }
}

function lcg(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32
}

function begun(newest: number, server: ReturnType<typeof written>['server']) {
  const problems: unknown[] = []
  let arrived = () => {}
  const replay = new Replay(newest, server, {
    arrived: () => arrived(),
    failed: (problem) => {
      problems.push(problem)
      arrived()
    },
  })
  /** Waits for it, as a frame after it has arrived does. */
  const at = async (n: number) => {
    const wait = new Promise<void>((done) => (arrived = done))
    replay.want(n)
    if (!replay.has(n)) await wait
    return replay.nearest(n)!
  }
  return { replay, at, problems }
}

describe('replay', () => {
  test.each([1, 2])('gives the text of any revision, in any order (seed %i)', async (seed) => {
    const { texts, server, random } = written(4_500, seed)
    const { at } = begun(4_500, server)
    for (let visit = 0; visit < 60; visit++) {
      const n = 1 + Math.floor(random() * 4_500)
      const { text, revision } = await at(n)
      expect([revision, text.toString()], `seed ${seed}, revision ${n}`).toEqual([n, texts[n]!.toString()])
    }
  })

  test('opens far from the beginning with one text, then its neighbours, and asks for them once', async () => {
    const { texts, server, asked } = written(4_800, 4)
    const { replay, at } = begun(4_800, server)
    await replay.open(4_800)
    expect(replay.nearest(4_800)?.text.eq(texts[4_800]!)).toBe(true)
    expect(asked).toEqual({ ranges: 0, sources: 1 })
    expect((await at(4_700)).text.eq(texts[4_700]!)).toBe(true)
    for (let n = 4_800; n > 4_097; n--) expect(replay.nearest(n)!.revision).toBe(n)
    expect(asked).toEqual({ ranges: 1, sources: 2 })
  })

  test('until a revision is there the nearest that is stands for it, also where time is up', async () => {
    const { server } = written(4_500, 5)
    const { replay, at } = begun(4_500, server)
    await at(100)
    expect(replay.nearest(3_000)!.revision).toBe(128)
    expect(replay.nearest(2_000, () => true)!.revision).toBe(128)
    expect(replay.nearest(2_000)!.revision).toBe(2_000)
    expect(replay.nearest(0)!.text.length).toBe(0)
  })

  test('a played history asks for what comes next', async () => {
    const { server, asked } = written(4_500, 6)
    const { replay } = begun(4_500, server)
    replay.want(1_500, true)
    await vi.waitFor(() => expect(replay.has(2_049)).toBe(true))
    expect(asked.ranges).toBe(2)
  })

  test('what does not fit is said', async () => {
    const { server } = written(5, 7)
    const range = async (from: number, to: number) => ({
      ...(await server.range(from, to)),
      changes: [{ changes: [7] }],
    })
    const { at } = begun(5, { ...server, range })
    await expect(at(1)).rejects.toThrow('Revision 1 does not fit')
  })

  test('what did not come is asked for again, but not at once', async () => {
    vi.useFakeTimers()
    const { server } = written(5, 7)
    let isDown = true
    const range = (from: number, to: number) => (isDown ? Promise.reject(new Error('down')) : server.range(from, to))
    const { replay, problems } = begun(5, { ...server, range })
    replay.want(5)
    await vi.advanceTimersByTimeAsync(0)
    replay.want(4)
    expect(problems).toHaveLength(1)
    isDown = false
    await vi.advanceTimersByTimeAsync(1_100)
    replay.want(5)
    await vi.advanceTimersByTimeAsync(0)
    expect(replay.nearest(5)!.revision).toBe(5)
    vi.useRealTimers()
  })
})

test('a moment points to what it changed, and where its author was', () => {
  const before = Text.of(['one', 'two', 'three'])
  const changes = ChangeSet.of({ from: 4, to: 7, insert: 'deux' }, before.length)
  const edit = { revision: 2, author: 'mia', at: 0, changes }
  const moment = { revision: 2, text: changes.apply(before), before, edit }
  expect(lineOf(moment)).toBe(2)
  expect(caretIn(moment)).toBe(8)
  expect(changedIn(moment).first).toBe(4)
  expect(changedIn(moment).decorations.size).toBe(2)
})

test('the difference of two texts makes the one of the other, and touches only what is not common', () => {
  const { texts, random } = written(400, 8)
  for (let i = 0; i < 200; i++) {
    const [old, now] = [texts[Math.floor(random() * 401)]!, texts[Math.floor(random() * 401)]!]
    expect(ChangeSet.of(difference(old, now), old.length).apply(old).eq(now)).toBe(true)
  }
  const [old, now] = [Text.of(['aa', 'bb', 'cc']), Text.of(['aa', 'bXb', 'cc'])]
  expect(difference(old, now)).toEqual({ from: 4, to: 4, insert: Text.of(['X']) })
  expect(difference(Text.of(['aaa']), Text.of(['aa']))).toMatchObject({ from: 2, to: 3 })
})

test('idle time and bursts are evened out, and speed divides them', () => {
  expect(pause(0, 3_600_000, 1)).toBe(900)
  expect(pause(1, 1, 1)).toBe(40)
  expect(pause(0, 3_600_000, 16)).toBe(900 / 16)
  expect(pause(undefined, 1, 0.5)).toBe(80)
})

test('a play goes on by what has passed, waits for what is not there, and ends', () => {
  const timeOf = (n: number) => (n <= 12 ? n * 100 : undefined)
  expect(advance({ revision: 5, left: 0 }, 250, 1, 20, timeOf)).toEqual({ revision: 7, left: 50 })
  expect(advance({ revision: 7, left: 50 }, 50, 1, 20, timeOf)).toEqual({ revision: 8, left: 0 })
  expect(advance({ revision: 5, left: 0 }, 100, 4, 20, timeOf)).toEqual({ revision: 9, left: 0 })
  expect(advance({ revision: 11, left: 0 }, 900, 1, 20, timeOf)).toEqual({ revision: 12, left: 0 })
  expect(advance({ revision: 10, left: 0 }, 900, 1, 12, timeOf)).toEqual({ revision: 12, left: 0 })
})

test.each([
  ["+++\ntitle = 'Look Back'\n+++\n", 'Look Back'],
  ['---\ntitle: "A \\"quoted\\" one"\n---\n', 'A "quoted" one'],
  ['---\ndate: x\nTitle:\tPlain\n---\n', 'Plain'],
  ['title = nothing', ''],
  ['', ''],
])('the title of %j is %j', (source, title) => {
  expect(titleIn(source)).toBe(title)
})
