import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { source, twoAuthors } from './authors.mjs'
import { syncs } from './limits/disk.mjs'
import { memory, percentile, start } from './lookback.mjs'

const PACE_MS = 180
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const REST_MS = 15_000

/** From a key in one author's browser to the letter in the other's, and how Lookback starts and rests. */
export async function keys({ report, options }) {
  const data = mkdtempSync(join(tmpdir(), 'lookback-keys-'))
  try {
    const fresh = await start(data)
    const disk = syncs(data, 500)
    const took = await keyToLetter(fresh, options.keys)
    const rested = memory(fresh.pid, data)
    await fresh.stop()
    const again = await start(data)
    await new Promise((later) => setTimeout(later, REST_MS))
    const idle = memory(again.pid, data)
    await again.stop()
    tell(report, { fresh, again, disk, took, rested, idle })
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

function tell(report, { fresh, again, disk, took, rested, idle }) {
  report.heading(`keys: ${took.length} in one browser; limit: a sync of the disk`)
  for (const [name, part] of Object.entries({ median: 0.5, p99: 0.99 }))
    report.add(`from key to letter in the other browser, ${name}`, 'ms', percentile(took, part), {
      limit: percentile(disk, part),
    })
  report.add('from ./start to ready, first time', 's', fresh.ready / 1000)
  report.add('from ./start to ready, later', 's', again.ready / 1000)
  report.add('memory of the JVM after two people wrote', 'MB', rested.jvm)
  report.add('memory with PostgreSQL after two people wrote', 'MB', rested.all)
  report.add(`memory of the JVM ${REST_MS / 1000} s after a start`, 'MB', idle.jvm)
  report.add(`memory with PostgreSQL ${REST_MS / 1000} s after a start`, 'MB', idle.all)
}

/** Resolves with the times of day (ms) at which the text at the end of the source grew by one letter. */
const watch = (page) =>
  page.evaluate(() => {
    window.seen = []
    const content = document.querySelector('.cm-content')
    let length = content.textContent.length
    new MutationObserver(() => {
      const now = performance.timeOrigin + performance.now()
      for (const grown = content.textContent.length; length < grown; length++) window.seen.push(now)
    }).observe(content, { subtree: true, childList: true, characterData: true })
  })

const listen = (page) =>
  page.evaluate(() => {
    window.keys = []
    document.addEventListener('keydown', () => window.keys.push(performance.timeOrigin + performance.now()), true)
  })

async function keyToLetter(lookback, count) {
  const { first, second, close } = await twoAuthors(lookback)
  await source(first).click()
  await first.keyboard.press('Control+End')
  await first.waitForTimeout(1000)
  await listen(first)
  await watch(second)
  for (let i = 0; i < count; i++) {
    await first.keyboard.press(LETTERS[i % LETTERS.length])
    await first.waitForTimeout(PACE_MS * (0.5 + Math.random()))
  }
  await second.waitForFunction((n) => window.seen.length >= n, count)
  const [keys, seen] = [await first.evaluate(() => window.keys), await second.evaluate(() => window.seen)]
  await close()
  return seen.map((at, i) => at - keys[i])
}
