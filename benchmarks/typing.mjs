import { writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { source } from './authors.mjs'
import { hire } from './calls.mjs'
import { article, crew } from './company.mjs'
import { percentile } from './lookback.mjs'

const UNITS = 100_000
const OTHERS = 3
const OPENINGS = 5
const PACE_MS = 150
const FRAME_MS = 16
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-renderer-backgrounding']

/** What a long post asks of one author's browser: opening it, and the main thread's work for each key. */
export async function typing({ running, report, options }) {
  const { ada } = running
  const { post } = await ada.post('/api/posts/import?name=long.md', article(1, UNITS), 'text/markdown')
  const others = await seats(ada, post)
  await running.caughtUp()
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args })
  try {
    const page = await pageOf(browser, ada)
    const opened = []
    for (let i = 0; i < OPENINGS; i++) opened.push(await openingOf(page, `${ada.origin}/studio/posts/${post}`))
    const work = await written(page, others, ada, post, options.keys)
    tell(report, opened, work)
  } finally {
    await browser.close()
  }
}

function tell(report, opened, work) {
  report.heading(`typing: a post of ${UNITS} units, ${OTHERS} others write, ${work.length} keys`)
  report.add('opening it until its source can be written, median', 'ms', percentile(opened, 0.5), {
    aim: { most: 1000 },
  })
  const [worked, passed] = [work.map(({ worked }) => worked), work.map(({ passed }) => passed)]
  report.add("the main thread's work for a key, median", 'ms', percentile(worked, 0.5))
  report.add("the main thread's work for a key, p95", 'ms', percentile(worked, 0.95), { aim: { most: FRAME_MS } })
  report.add('the same by the clock, median', 'ms', percentile(passed, 0.5))
  report.add('the same by the clock, p95', 'ms', percentile(passed, 0.95))
}

async function seats(ada, post) {
  const people = await crew(ada, post, OTHERS)
  for (const one of people) await one.when(`/api/posts/${post}`, () => true)
  return people.map(({ headers }, i) => ({
    post,
    origin: ada.origin,
    headers,
    from: Math.floor((UNITS * (i + 1)) / (OTHERS + 1)),
  }))
}

async function pageOf(browser, { origin, headers }) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } })
  const cookies = headers.cookie.split('; ').map((cookie) => /^([^=]+)=(.*)$/.exec(cookie))
  await context.addCookies(cookies.map(([, name, value]) => ({ name, value, url: origin })))
  return context.newPage()
}

async function openingOf(page, address) {
  await page.goto('about:blank')
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await source(page).waitFor()
  return performance.now() - began
}

async function written(page, others, ada, post, keys) {
  const editors = hire('./editors/worker.mjs')
  try {
    await editors.call('open', { kind: 'socket', posts: [others] })
    await editors.call('begin', [await ada.get(`/api/posts/${post}`)])
    await source(page).click()
    const seconds = Math.ceil((keys * PACE_MS * 2) / 1000)
    const paced = editors.call('pace', { seconds })
    const work = await traced(page, () => press(page, keys))
    await paced
    return work
  } finally {
    editors.dismiss()
  }
}

async function press(page, count) {
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(LETTERS[i % LETTERS.length])
    await page.waitForTimeout(PACE_MS * (0.5 + Math.random()))
  }
}

/** Milliseconds of the renderer's main thread for each key: worked by the processor, and passed by the clock. */
async function traced(page, work) {
  const session = await page.context().newCDPSession(page)
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done))
  const categories = 'devtools.timeline,disabled-by-default-devtools.timeline'
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories.split(',') },
  })
  await work()
  await session.send('Tracing.end')
  await complete
  if (process.env.TRACE) writeFileSync(process.env.TRACE, JSON.stringify(events))
  return workOfKeys(events)
}

function workOfKeys(events) {
  const pressed = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown')
  if (pressed.length === 0) throw new Error('The trace has no keys')
  const { pid, tid } = pressed[0]
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && event.name === 'RunTask')
  return pressed.map(({ ts }) => frameOf(tasks, ts))
}

/** The tasks from that with the key until a frame's time later: what it did at once, and the frame that shows it. */
function frameOf(tasks, ts) {
  const its = tasks.filter((task) => task.ts + task.dur > ts && task.ts <= ts + 1000 * FRAME_MS)
  const sum = (of) => its.reduce((total, task) => total + (of(task) ?? 0), 0) / 1000
  return { worked: sum(({ tdur }) => tdur), passed: sum(({ dur }) => dur) }
}
