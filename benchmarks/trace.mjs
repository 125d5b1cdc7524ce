import { ChangeSet, Text } from '@codemirror/state'
import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { on } from 'node:events'
import { editsOf } from './edits.mjs'
import { lines, live } from './editors/lines.mjs'
import { article } from './company.mjs'
import { connection } from './lookback.mjs'

const QUEUED = 64
/** By POST one submission is in flight; all of the trace would take too long. */
const MOST_BY_POST = 5000
const AIMED_SECONDS = 120
const WHOLE = 259_778
const PARTS = [0.1, 0.5, 0.9]

/** One person's long work, an event for each letter: how it is taken in, kept, opened and looked back at. */
export async function trace({ running, report, options, data, limits }) {
  const { ada } = running
  const byPost = options.submit === 'post'
  const edits = editsOf(options.trace, byPost ? Math.min(options.edits, MOST_BY_POST) : options.edits)
  const { post } = await ada.post('/api/posts', { title: 'A long work' })
  const writer = await Writer.begin(ada, post, options.submit)
  const before = await sizes(data)
  const seconds = await writer.write(edits, byPost ? 1 : QUEUED)
  const after = await sizes(data)
  const kept = await viewed(running, post, writer)
  report.heading(
    `trace: ${edits.length} edits of one author, ${byPost ? 'one' : QUEUED} in flight; limit: durable inserts, 1 connection`,
  )
  const rate = edits.length / seconds
  report.add('edits taken in', '/s', rate, { limit: await limits.inserts(1), aim: { least: WHOLE / AIMED_SECONDS } })
  report.add('until the views have them all', 's', kept)
  report.add('log per edit, indexes included', 'B', (after.log - before.log) / edits.length, { aim: { most: 300 } })
  report.add('snapshots per edit', 'B', (after.snapshots - before.snapshots) / edits.length)
  for (const part of PARTS)
    report.add(`the text at ${100 * part} %`, 'ms', await lookedBack(ada, post, writer.revision, part))
  if (!options.short) await coldly({ running, report, post, writer, submit: options.submit })
}

/** After a start, beside a short post after another start. */
async function coldly({ running, report, post, writer, submit }) {
  const { ada } = running
  const short = await ada.post('/api/posts/import?name=short.md', article(1), 'text/markdown')
  const small = await Writer.begin(ada, short.post, submit)
  const limit = await opened(running, small)
  const long = await opened(running, writer)
  report.heading(
    `opening that post after a start, ${writer.text.length} units; limit: a short post after another start`,
  )
  report.add('opening it', 'ms', long.open, { limit: limit.open, aim: { most: 300 } })
  report.add('until its page is there too', 'ms', long.page, { limit: limit.page })
  report.add('the first edit accepted', 'ms', long.edit, { limit: limit.edit, aim: { most: 300 } })
  report.add('opening it again', 'ms', long.again, { limit: limit.again })
}

async function opened(running, writer) {
  const { ada } = running
  await running.again()
  await running.caughtUp()
  await writer.connect()
  const began = performance.now()
  const open = await timed(() => ada.get(`/api/posts/${writer.post}`))
  await pageOf(ada, writer.post)
  const page = performance.now() - began
  const edit = await timed(() => writer.write([[0, 0, 'x']], 1))
  return { open, page, edit, again: await timed(() => ada.get(`/api/posts/${writer.post}`)) }
}

/** Watches until the rendered page has come. */
async function pageOf({ origin, headers }, post) {
  const socket = await live({ origin, post, headers })
  socket.send(`{"type":"here","client":"${randomUUID()}","revision":0,"anchor":null,"head":null}`)
  for await (const [bytes] of on(socket, 'message')) if (JSON.parse(bytes).type === 'preview') break
  socket.close()
}

export async function timed(work) {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Seconds until the views have what was written, and that it is the same. */
async function viewed(running, post, { revision, text }) {
  const seconds = (await timed(() => running.caughtUp())) / 1000
  const draft = await running.ada.when(`/api/posts/${post}`, (found) => found.revision >= revision)
  if (draft.source !== text.toString()) throw new Error('The draft is not what was written')
  return seconds
}

async function lookedBack(ada, post, newest, part) {
  const took = []
  for (let i = 0; i < 5; i++)
    took.push(await timed(() => ada.get(`/api/posts/${post}/revisions/${Math.floor(newest * part) + 13 * i}`)))
  return took.toSorted((a, b) => a - b)[2]
}

export async function sizes(data) {
  const client = new pg.Client(connection(data))
  await client.connect()
  const { rows } = await client.query(
    "SELECT pg_total_relation_size('event_log')::int AS log, pg_total_relation_size('snapshot_event_entry')::int AS snapshots",
  )
  await client.end()
  return rows[0]
}

/** The only author of a post, so that each edit's revision is known before it is answered. */
export class Writer {
  #client = randomUUID()
  #sequence = 0
  #socket

  /** What the changes weigh in JSON. */
  weight = 0

  static async begin(ada, post, submit) {
    const writer = Object.assign(new Writer(), { ada, post, submit })
    const { revision, source } = await ada.when(`/api/posts/${post}`, () => true)
    writer.revision = revision
    writer.text = Text.of(source.split('\n'))
    await writer.connect()
    await writer.write([[0, source.length, '']], 1)
    return writer
  }

  async connect() {
    const failed = (why) => (this.broken = new Error(why))
    const { origin, headers } = this.ada
    this.broken = null
    this.line = await lines[this.submit]({ origin, headers, post: this.post, failed })
  }

  /** Sends so many before the first of them is answered; tells how many seconds it took until the last was durable. */
  async write(edits, queued) {
    const began = performance.now()
    await new Promise((done, failed) => {
      let [next, answered] = [0, 0]
      const accepted = (revision) => (verdict) => {
        if (verdict.revision !== revision)
          return failed(this.broken ?? new Error(`Not revision ${revision}: ${JSON.stringify(verdict)}`))
        if (++answered === edits.length) done()
        else if (next < edits.length) send(edits[next++])
      }
      const send = (edit) => this.line.submit(this.#submission(edit), accepted(this.revision))
      while (next < Math.min(queued, edits.length)) send(edits[next++])
    })
    return (performance.now() - began) / 1000
  }

  #submission(edit) {
    const changes = edit instanceof ChangeSet ? edit : replacement(edit, this.text.length)
    this.text = changes.apply(this.text)
    const base = this.revision++
    const sequence = ++this.#sequence
    const json = JSON.stringify(changes)
    this.weight += json.length
    const body = `{"client":"${this.#client}","sequence":${sequence},"base":${base},"changes":${json}}`
    return { sequence, body }
  }
}

const replacement = ([from, taken, insert], length) => ChangeSet.of({ from, to: from + taken, insert }, length)
