import { chromium } from 'playwright-core'
import { source } from './authors.mjs'
import { editsOf } from './edits.mjs'
import { random } from './editors/random.mjs'
import { percentile } from './lookback.mjs'
import { Writer } from './trace.mjs'

const QUEUED = 64
const VISITS = 5
const IDLE = 120
const SWEEP = { there: 600, back: 300 }
const REST_MS = 1000
const FRAME_MS = 1000 / 60
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-renderer-backgrounding']

/** Looking back in the browser at one person's long work: how it opens, and how it follows a hand. */
export async function looking({ running, report, options }) {
  const { ada } = running
  const { post } = await ada.post('/api/posts', { title: 'Looked at' })
  const writer = await Writer.begin(ada, post, 'socket')
  const edits = editsOf(options.trace, options.edits)
  await writer.write(edits, QUEUED)
  await running.caughtUp()
  await ada.get(`/api/posts/${post}/history`)
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args })
  try {
    const visits = []
    for (let i = 0; i < VISITS; i++) visits.push(await visited(browser, ada, post))
    const clicks = []
    for (let i = 0; i < VISITS; i++) clicks.push(await clicked(browser, ada, post))
    const page = await opened(browser, ada, `${post}/history`)
    await slider(page).waitFor()
    const { frames } = await page.evaluate(swept, { there: IDLE, back: 0, still: true })
    report.heading(
      `looking: a history of ${writer.revision} revisions in the browser; a text of ${writer.text.length} units`,
    )
    opens(report, 'from the writing screen', clicks)
    opens(report, 'by its address in a browser that was never here', visits)
    report.add('asked for meanwhile', 'kB', visits[0].bytes / 1000)
    const { worked, swept: sweep } = await traced(page, () => page.evaluate(swept, SWEEP))
    scrubs(report, sweep, persecond(frames))
    report.add("the main thread's work for a frame, processor time", 'ms', worked / sweep.frames.length, {
      aim: { most: FRAME_MS },
    })
    report.add('elements of the page', '', await page.evaluate(() => document.querySelectorAll('*').length))
    await jumps(report, page, options.short ? 5 : 40)
  } finally {
    await browser.close()
  }
}

/** Until the timeline is drawn and the newest revision stands beside it. */
function opens(report, how, visits) {
  const part = (what, share) =>
    percentile(
      visits.map((visit) => visit[what]),
      share,
    )
  report.add(`opened ${how}, median of ${VISITS}`, 'ms', part('source', 0.5), { aim: { most: 1000 } })
  report.add('worst', 'ms', part('source', 1))
  report.add('until its page is there too, median', 'ms', part('rendered', 0.5))
}

const persecond = (frames) => (1000 * frames.length) / frames.reduce((a, b) => a + b, 0)

function scrubs(report, { frames, script }, limit) {
  const late = frames.filter((frame) => frame > 1.5 * FRAME_MS).length
  report.add('frames a second, scrubbing over all of it and back', '', persecond(frames), {
    limit,
    aim: { least: 59 },
  })
  report.add('a frame, median', 'ms', percentile(frames, 0.5))
  report.add('99 %', 'ms', percentile(frames, 0.99))
  report.add('worst', 'ms', Math.max(...frames))
  report.add('frames that came late', '%', (100 * late) / frames.length)
  report.add('work in a frame, from the hand to what is drawn, 99 %', 'ms', percentile(script, 0.99))
}

async function jumps(report, page, count) {
  const dice = random(17)
  const newest = Number(await slider(page).getAttribute('max'))
  const took = []
  for (let i = 0; i < count; i++) took.push(await page.evaluate(jumped, 1 + dice.below(newest)))
  report.add('a jump to any revision, until it is shown, median', 'ms', percentile(took, 0.5))
  report.add('worst', 'ms', Math.max(...took))
}

const slider = (page) => page.getByRole('slider', { name: 'Revision' })

/** In a browser without a cache of it; all times since the address was given. */
async function visited(browser, ada, post) {
  const page = await opened(browser, ada, `${post}/history`, watched)
  await page.waitForFunction(() => window.seen.source && window.seen.rendered)
  const seen = await page.evaluate(() => window.seen)
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .reduce((sum, { name, transferSize }) => sum + (name.includes('/api/') ? transferSize : 0), 0),
  )
  await page.context().close()
  return { ...seen, bytes }
}

async function opened(browser, ada, path, script) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies(
    ada.headers.cookie.split('; ').map((cookie) => {
      const [, name, value] = cookie.match(/^([^=]+)=(.*)$/)
      return { name, value, url: ada.origin }
    }),
  )
  const page = await context.newPage()
  if (script) await page.addInitScript(script)
  await page.goto(`${ada.origin}/studio/posts/${path}`)
  return page
}

/** As people come here; all times since the link was pressed. */
async function clicked(browser, ada, post) {
  const page = await opened(browser, ada, post)
  await source(page).waitFor()
  await page.waitForTimeout(REST_MS)
  await page.evaluate(watched)
  await page.getByRole('link', { name: 'History', exact: true }).click()
  await page.waitForFunction(() => window.seen.source && window.seen.rendered)
  const { seen, began } = await page.evaluate(() => ({ seen: window.seen, began: window.pressed }))
  await page.context().close()
  return { source: seen.source - began, rendered: seen.rendered - began }
}

/** Milliseconds of processor time that the page's main thread took for all of it. */
async function traced(page, work) {
  const session = await page.context().newCDPSession(page)
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done))
  const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline']
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } })
  const swept = await work()
  await session.send('Tracing.end')
  await complete
  const { pid, tid } = events.find(({ name }) => name === 'FireAnimationFrame')
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && event.name === 'RunTask')
  return { swept, worked: tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000 }
}

/** Runs in the page from its beginning: looks at each frame what is there. */
function watched() {
  window.seen = {}
  addEventListener('click', () => (window.pressed = performance.now()), true)
  const look = () => {
    const range = document.querySelector('input[type=range]')
    const isDrawn = document.querySelector('.strip canvas')?.width > 0 && range?.value === range?.max
    if (isDrawn && document.querySelector('.theatre .cm-line')?.textContent) window.seen.source ??= performance.now()
    if (document.querySelector('.theatre .block')) window.seen.rendered ??= performance.now()
    if (!window.seen.source || !window.seen.rendered) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Runs in the page: the hand moves at each frame. */
async function swept({ there, back, still }) {
  const range = document.querySelector('input[type=range]')
  const newest = Number(range.max)
  const [frames, script] = [[], []]
  const frame = () => new Promise((next) => requestAnimationFrame(next))
  const move = (part) => {
    range.value = String(Math.round(part * newest))
    range.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const channel = new MessageChannel()
  const drawn = () =>
    new Promise((done) => {
      channel.port1.onmessage = done
      channel.port2.postMessage(null)
    })
  let last = await frame()
  for (let i = 0; i <= there + back; i++) {
    if (!still) move(i <= there ? i / there : 1 - (i - there) / back)
    const now = await frame()
    const handled = drawn()
    frames.push(now - last)
    last = now
    const inFrame = performance.now()
    await handled
    script.push(performance.now() - inFrame)
  }
  return { frames, script }
}

/** Runs in the page: until the revision is shown with its author. */
async function jumped(n) {
  const range = document.querySelector('input[type=range]')
  const began = performance.now()
  range.value = String(n)
  range.dispatchEvent(new Event('input', { bubbles: true }))
  const isThere = () => range.getAttribute('aria-valuetext').startsWith(`Revision ${n} of ${range.max}, `)
  while (!isThere()) await new Promise((next) => requestAnimationFrame(next))
  return performance.now() - began
}
