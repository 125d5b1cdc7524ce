import { chromium } from 'playwright-core'
import { editsOf } from './edits.mjs'
import { random } from './editors/random.mjs'
import { percentile } from './lookback.mjs'
import { Writer } from './trace.mjs'

const QUEUED = 64
const VISITS = 5
const IDLE = 120
const SWEEP = { there: 600, back: 300 }
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
    const page = await opened(browser, ada, post)
    const { frames } = await page.evaluate(swept, { there: IDLE, back: 0, still: true })
    report.heading(
      `looking: a history of ${writer.revision} revisions in the browser; a text of ${writer.text.length} units`,
    )
    opens(report, visits)
    scrubs(report, await page.evaluate(swept, SWEEP), persecond(frames))
    report.add('elements of the page', '', await page.evaluate(() => document.querySelectorAll('*').length))
    await jumps(report, page, options.short ? 5 : 40)
  } finally {
    await browser.close()
  }
}

function opens(report, visits) {
  const worst = (what) => Math.max(...visits.map((visit) => visit[what]))
  const median = (what) =>
    percentile(
      visits.map((visit) => visit[what]),
      0.5,
    )
  report.add(`opened, from the address to timeline and newest revision, median of ${VISITS}`, 'ms', median('source'))
  report.add('worst', 'ms', worst('source'), { aim: { most: 1000 } })
  report.add('until its page is there too, median', 'ms', median('rendered'))
  report.add('asked for meanwhile', 'kB', median('bytes') / 1000)
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
  const page = await opened(browser, ada, post, watched)
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

async function opened(browser, ada, post, script) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies(
    ada.headers.cookie.split('; ').map((cookie) => {
      const [, name, value] = cookie.match(/^([^=]+)=(.*)$/)
      return { name, value, url: ada.origin }
    }),
  )
  const page = await context.newPage()
  if (script) await page.addInitScript(script)
  await page.goto(`${ada.origin}/studio/posts/${post}/history`)
  await slider(page).waitFor()
  return page
}

/** Runs in the page from its beginning: looks at each frame what is there. */
function watched() {
  window.seen = {}
  const look = () => {
    const range = document.querySelector('input[type=range]')
    const isDrawn = document.querySelector('.strip canvas')?.width > 0 && range?.value === range?.max
    if (isDrawn && document.querySelector('.cm-line')?.textContent) window.seen.source ??= performance.now()
    if (document.querySelector('.block')) window.seen.rendered ??= performance.now()
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
