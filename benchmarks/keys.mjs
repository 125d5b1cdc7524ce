// From a key in one author's editor to the letter in the other's, and how Lookback starts and rests.
//   node benchmarks/live.mjs [keys]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { source, twoAuthors } from './authors.mjs'
import { syncs } from './limits/disk.mjs'
import { memory, percentile, start } from './lookback.mjs'

const KEYS = Number(process.argv[2] ?? 400)
const PACE_MS = 180
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

const data = mkdtempSync(join(tmpdir(), 'lookback-benchmark-'))
const row = (what, ...values) => console.log(`| ${what} | ${values.map((v) => v.toFixed(1)).join(' | ')} |`)

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

async function keyToLetter(lookback) {
  const { first, second, close } = await twoAuthors(lookback)
  await source(first).click()
  await first.keyboard.press('Control+End')
  await first.waitForTimeout(1000)
  await listen(first)
  await watch(second)
  for (let i = 0; i < KEYS; i++) {
    await first.keyboard.press(LETTERS[i % LETTERS.length])
    await first.waitForTimeout(PACE_MS * (0.5 + Math.random()))
  }
  await second.waitForFunction((n) => window.seen.length >= n, KEYS)
  const [keys, seen] = [await first.evaluate(() => window.keys), await second.evaluate(() => window.seen)]
  await close()
  return seen.map((at, i) => at - keys[i])
}

try {
  const fresh = await start(data)
  const disk = syncs(data, 500)
  const took = await keyToLetter(fresh)
  const rested = memory(fresh.pid, data)
  await fresh.stop()
  const again = await start(data)
  await new Promise((later) => setTimeout(later, 15_000))
  const idle = memory(again.pid, data)
  await again.stop()

  console.log('\n| what (ms) | median | p99 |\n| --- | --- | --- |')
  row(`from key to letter, ${KEYS} keys`, percentile(took, 0.5), percentile(took, 0.99))
  row('one disk sync of 256 bytes', percentile(disk, 0.5), percentile(disk, 0.99))
  console.log('\n| what (s) | first start | second start |\n| --- | --- | --- |')
  row('from ./start to ready', fresh.ready / 1000, again.ready / 1000)
  console.log('\n| memory (MB) | JVM | with PostgreSQL |\n| --- | --- | --- |')
  row('after two people wrote', rested.jvm, rested.all)
  row('15 s after a start', idle.jvm, idle.all)
} finally {
  rmSync(data, { recursive: true, force: true })
}
