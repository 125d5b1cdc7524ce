import { statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { request } from 'undici'
import { editsOf } from './edits.mjs'
import { random } from './editors/random.mjs'
import { percentile } from './lookback.mjs'
import { Writer, sizes, timed } from './trace.mjs'

const QUEUED = 64
const RANGE = 2048

/** Looking back at one person's long work: any revision, the timeline, what is kept and how many bytes that takes. */
export async function history({ running, report, options, data }) {
  const { ada } = running
  const { post } = await ada.post('/api/posts', { title: 'Looked back at' })
  const writer = await Writer.begin(ada, post, 'socket')
  const before = await kept(running, data, options)
  await writer.connect()
  const edits = editsOf(options.trace, options.edits)
  await writer.write(edits, QUEUED)
  const after = await kept(running, data, options)
  report.heading(`history: ${edits.length} edits of one author; a text of ${writer.text.length} units`)
  const each = (what) => (after[what] - before[what]) / edits.length
  const changes = writer.weight / edits.length
  report.add('log, bytes an edit; limit: the changes in JSON', 'B', each('log'), { limit: changes })
  report.add('views, bytes an edit', 'B', each('views'), { limit: changes, aim: { times: 1.5 } })
  const asked = new Asked(ada, post, writer.revision, options.short ? 30 : 300)
  await sources(asked, report)
  await timelines(asked, report)
  await comparisons(asked, report)
}

/** Bytes of the log, and of the views' file when it is closed. */
async function kept(running, data, { short }) {
  await running.caughtUp()
  const log = await sizes(data)
  let views
  const measure = () => (views = statSync(join(data, 'views.mv')).size)
  if (short) measure()
  else await running.again(measure)
  await running.caughtUp()
  return { ...log, views }
}

async function sources(asked, report) {
  const cold = await asked.times((n) => `revisions/${n}/source`)
  const warm = await asked.times((n) => `revisions/${n}/source`)
  report.add('the source at any revision, right after a start, worst', 'ms', Math.max(...cold))
  report.add('the source at any revision, median', 'ms', percentile(warm, 0.5), { aim: { most: 10 } })
  report.add('99 %', 'ms', percentile(warm, 0.99))
  report.add('worst', 'ms', Math.max(...warm), { aim: { most: 50 } })
}

async function timelines(asked, report) {
  await asked.times(() => 'history', 5)
  report.add('the timeline, median of 5', 'ms', percentile(await asked.times(() => 'history', 5), 0.5))
  report.add('its size, compressed', 'kB', asked.bytes / 1000)
  const range = (n) => `revisions/${n - (n % RANGE) + 1}-${Math.min(asked.newest, n - (n % RANGE) + RANGE)}`
  report.add('a range of 2,048 revisions, median', 'ms', percentile(await asked.times(range, 50), 0.5))
  const all = []
  for (let n = 0; n < asked.newest; n += RANGE) all.push(await asked.size(range(n)))
  report.add('all ranges, compressed, bytes a revision', 'B', all.reduce((a, b) => a + b, 0) / asked.newest)
}

async function comparisons(asked, report) {
  const other = (n) => 1 + ((n * 7919) % asked.newest)
  for (const [what, path] of [
    ['who wrote what at any revision', (n) => `revisions/${n}/authorship`],
    ['the sources of any two revisions compared', (n) => `compare/${n}...${other(n)}`],
    ['their pages', (n) => `compare/${n}...${other(n)}/page`],
  ]) {
    await asked.times(path, 10)
    const took = await asked.times(path, 40)
    report.add(`${what}, median`, 'ms', percentile(took, 0.5))
    report.add('worst', 'ms', Math.max(...took))
  }
}

/** Asks about one post at random revisions, as a browser does: compressed. */
class Asked {
  #dice = random(11)
  bytes = 0

  constructor(person, post, newest, count) {
    Object.assign(this, { person, post, newest, count })
  }

  async times(path, count = this.count) {
    const took = []
    for (let i = 0; i < Math.min(count, this.count); i++)
      took.push(await timed(() => this.size(path(1 + this.#dice.below(this.newest)))))
    return took
  }

  /** Bytes that went over the line. */
  async size(path) {
    const { origin, headers } = this.person
    const address = `${origin}/api/posts/${this.post}/${path}`
    const answer = await request(address, { headers: { ...headers, 'accept-encoding': 'gzip' } })
    const bytes = Buffer.from(await answer.body.arrayBuffer())
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${bytes}`)
    if (answer.headers['content-encoding'] === 'gzip') gunzipSync(bytes)
    this.bytes = bytes.length
    return bytes.length
  }
}
