// The editors of one measurement, in a process of their own. Its parent calls the functions of `work` by name.
import { Text } from '@codemirror/state'
import { randomUUID } from 'node:crypto'
import { serve } from '../calls.mjs'
import { Editor } from './editor.mjs'
import { lines } from './lines.mjs'
import { random } from './random.mjs'
import { Room } from './room.mjs'
import { overwriting, writing } from './typing.mjs'

const EVERY_MS = 200
let rooms = []
let failure = null

const failed = (why) => {
  failure ??= why
}

const editors = () => rooms.flatMap((room) => room.editors)

async function sit(room, seat, kind, seed) {
  const typing = kind === 'relay' ? overwriting(seed, seat.from, seat.width) : writing(seed, seat.from)
  const editor = new Editor(randomUUID(), room, typing, await lines[kind]({ ...seat, failed }))
  room.add(editor)
  return editor.open()
}

async function until(done, patience = 60_000) {
  for (const end = performance.now() + patience; !done();) {
    if (failure) throw new Error(failure)
    if (performance.now() > end) throw new Error('The editors did not come to rest')
    await new Promise((later) => setTimeout(later, 5))
  }
  if (failure) throw new Error(failure)
}

const spread = (values) => {
  const sorted = Float64Array.from(values).sort()
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Starts each editor at a moment of its own; from then on it types each 200 ms, give or take a half. */
function type(editor, end, dice) {
  const again = (at) => {
    if (at > end) return
    setTimeout(() => {
      editor.write(performance.now())
      again(at + EVERY_MS * (0.5 + dice.next()))
    }, at - performance.now())
  }
  again(performance.now() + EVERY_MS * dice.next())
}

serve({
  /** Seats: a list for each post. Answers with the newest revision of each. */
  async open({ kind, posts }) {
    const revisions = []
    let seed = 1
    for (const seats of posts) {
      const room = new Room(failed)
      rooms.push(room)
      for (const seat of seats) revisions[rooms.length - 1] = await sit(room, seat, kind, seed++)
    }
    return revisions
  },
  begin(opened) {
    opened.forEach(({ revision, source }, i) => {
      const text = Text.of(source.split('\n'))
      rooms[i].editors.forEach((editor) => editor.begin(revision, text))
    })
  },
  async pace({ seconds }) {
    rooms.forEach((room) => room.forget())
    const end = performance.now() + 1000 * seconds
    editors().forEach((editor, i) => type(editor, end, random(1000 + i)))
    await until(() => performance.now() > end, 1000 * seconds + 1000)
    await until(() => rooms.every((room) => room.settled))
    return {
      visible: spread(rooms.flatMap((room) => room.visible)),
      saved: spread(rooms.flatMap((room) => room.answered)),
    }
  },
  /** Ends after so many seconds, or edits. */
  async fast({ seconds, edits = Infinity }) {
    const all = editors()
    const count = () => all.reduce((sum, { accepted }) => sum + accepted, 0)
    const [began, before, cpu] = [performance.now(), count(), process.cpuUsage()]
    all.forEach((editor) => editor.hurry(true))
    const over = () => performance.now() > began + 1000 * seconds || count() - before >= edits
    await until(over, 1000 * seconds + 1000)
    const [accepted, took, own] = [count() - before, performance.now() - began, process.cpuUsage(cpu)]
    all.forEach((editor) => editor.hurry(false))
    await until(() => rooms.every((room) => room.settled))
    return {
      rate: (1000 * accepted) / took,
      edits: count() - before,
      generator: (own.user + own.system) / 1000 / took,
      postponed: rooms.reduce((sum, room) => sum + room.postponed, 0),
    }
  },
  agreed() {
    return rooms.map((room) => ({
      ...room.agreed(),
      edits: room.editors.reduce((sum, { accepted }) => sum + accepted, 0),
    }))
  },
})
