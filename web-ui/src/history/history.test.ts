import { ChangeSet, Text } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import type { Accepted } from '../wire'
import { changedIn, lineOf } from './changed'
import { pause } from './pace'
import { Replay } from './replay'
import { titleIn } from './title'

/** A post of random edits, and a server that counts what it is asked. */
function written(length: number, seed: number) {
  const random = lcg(seed)
  const texts = [Text.empty]
  const revisions: Accepted[] = []
  for (let n = 1; n <= length; n++) {
    const before = texts.at(-1)!
    const from = Math.floor(random() * (before.length + 1))
    const to = Math.min(before.length, from + Math.floor(random() * 4))
    const changes = ChangeSet.of({ from, to, insert: random() < 0.2 ? 'a\nb' : `${n} ` }, before.length)
    texts.push(changes.apply(before))
    revisions.push({ revision: n, client: 'c', sequence: n, author: 'mia', at: at(n), changes: changes.toJSON() })
  }
  const asked = { pages: 0, texts: 0 }
  const source = {
    revisionsAfter: (n: number) => {
      asked.pages++
      return Promise.resolve({ newest: length, revisions: revisions.slice(n, n + 500) })
    },
    revision: (n: number) => {
      asked.texts++
      return Promise.resolve({ revision: n, author: 'mia', at: at(n), source: texts[n]!.toString(), preview: [] })
    },
  }
  return { texts, source, asked, random }
}

const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString()

function lcg(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32
}

describe('replay', () => {
  test.each([1, 2, 3])('gives the text of any revision, in any order (seed %i)', async (seed) => {
    const { texts, source, random } = written(2_300, seed)
    const replay = new Replay(source)
    for (let visit = 0; visit < 60; visit++) {
      const n = Math.floor(random() * texts.length)
      const { text } = await replay.at(n)
      expect(text.toString(), `seed ${seed}, revision ${n}`).toBe(texts[n]!.toString())
    }
  })

  test('revision 0 is empty', async () => {
    const { source, asked } = written(3, 1)
    expect((await new Replay(source).at(0)).text.length).toBe(0)
    expect(asked.pages).toBe(0)
  })

  test('opens far from the beginning with one text and one page', async () => {
    const { texts, source, asked } = written(4_800, 4)
    const { text } = await new Replay(source).at(4_800)
    expect(text.eq(texts[4_800]!)).toBe(true)
    expect(asked).toEqual({ pages: 1, texts: 1 })
  })

  test('asks for a page once, however many wait for it', async () => {
    const { source, asked } = written(400, 5)
    const replay = new Replay(source)
    await Promise.all([replay.at(100), replay.at(250), replay.at(400)])
    expect(asked.pages).toBe(1)
  })

  test('plays forward and back without asking again', async () => {
    const { texts, source, asked } = written(450, 6)
    const replay = new Replay(source)
    for (let n = 450; n >= 400; n--) expect((await replay.at(n)).text.eq(texts[n]!)).toBe(true)
    expect(asked.pages).toBe(1)
  })

  test('says so when an edit does not fit', async () => {
    const { source } = written(5, 7)
    const broken = { ...source, revisionsAfter: () => Promise.resolve({ newest: 1, revisions: [edit(1, [7])] }) }
    await expect(new Replay(broken).at(1)).rejects.toThrow('Revision 1 does not fit')
  })

  const edit = (revision: number, changes: unknown): Accepted => ({
    revision,
    client: 'c',
    sequence: revision,
    author: 'mia',
    at: at(revision),
    changes,
  })
})

test('a moment points to what it changed', () => {
  const before = Text.of(['one', 'two', 'three'])
  const changes = ChangeSet.of({ from: 4, to: 7, insert: 'deux' }, before.length)
  const moment = { revision: 2, text: changes.apply(before), before, edit: { author: 'mia', at: at(2), changes } }
  expect(lineOf(moment)).toBe(2)
  expect(changedIn(moment).first).toBe(4)
  expect(changedIn(moment).decorations.size).toBe(2)
})

test('idle time and bursts are evened out, and speed divides them', () => {
  expect(pause(at(0), at(3_600), 1)).toBe(900)
  expect(pause(at(1), at(1), 1)).toBe(40)
  expect(pause(at(0), at(3_600), 16)).toBe(900 / 16)
  expect(pause(undefined, at(1), 1)).toBe(40)
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
