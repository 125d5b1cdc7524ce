import { statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { request } from 'undici'
import { editsOf } from './edits.mjs'
import { random } from './editors/random.mjs'
import { percentile } from './lookback.mjs'
import { Writer, sizes, timed } from './trace.mjs'

const QUEUED = 64
const ASKED = 300

/** Looking back at one person's long work: any revision, the timeline, what is kept and how many bytes that takes. */
export async function history({ running, report, options, data }) {
  const { ada } = running
  const { post } = await ada.post('/api/posts', { title: 'Looked back at' })
  const writer = await Writer.begin(ada, post, 'socket')
  const before = { ...(await sizes(data)), views: await viewBytes(running, data) }
  await writer.connect()
  const edits = editsOf(options.trace, options.edits)
  await writer.write(edits, QUEUED)
  await running.caughtUp()
  const after = { ...(await sizes(data)), views: await viewBytes(running, data) }
  report.heading(`history: ${edits.length} edits of one author; a text of ${writer.text.length} units`)
  const changes = writer.weight / edits.length
  report.add('the changes themselves, in JSON', 'B/edit', changes)
  report.add('log per edit', 'B/edit', (after.log - before.log) / edits.length)
  const views = (after.views - before.views) / edits.length
  report.add('views per edit, after a start', 'B/edit', views, { limit: changes, aim: { times: 1.5 } })
  await revisions(running, report, post, writer)
}

/** The size of the views' file after a restart. */
async function viewBytes(running, data) {
  await running.caughtUp()
  await running.again()
  await running.caughtUp()
  return statSync(join(data, 'views.mv')).size
}

async function revisions({ ada }, report, post, { revision }) {
  const dice = random(11)
  const at = (n) => `/api/posts/${post}/revisions/${n}/source`
  const cold = await each(10, () => fetched(ada, at(1 + dice.below(revision))))
  const once = await each(ASKED, () => fetched(ada, at(1 + dice.below(revision))))
  const warm = await each(ASKED, () => fetched(ada, at(1 + dice.below(revision))))
  report.add('the source at any revision, the first 10 after a start, median', 'ms', percentile(cold, 0.5))
  report.add('the worst of the 300 after them', 'ms', Math.max(...once))
  report.add('the source at any revision, median', 'ms', percentile(warm, 0.5), { aim: { most: 10 } })
  report.add('99 %', 'ms', percentile(warm, 0.99))
  report.add('the worst of 300', 'ms', Math.max(...warm), { aim: { most: 50 } })
  const opened = await each(5, () => fetched(ada, `/api/posts/${post}/history`))
  report.add('the timeline', 'ms', percentile(opened, 0.5))
}

async function each(count, work) {
  const took = []
  for (let i = 0; i < count; i++) took.push(await timed(work))
  return took
}

/** As a browser does it, compressed. */
export async function fetched({ origin, headers }, path) {
  const answer = await request(origin + path, { headers: { ...headers, 'accept-encoding': 'gzip' } })
  const bytes = Buffer.from(await answer.body.arrayBuffer())
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${bytes.toString()}`)
  const text = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
  return { bytes: bytes.length, text: text.toString() }
}
