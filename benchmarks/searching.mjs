import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { article } from './company.mjs'
import { random } from './editors/random.mjs'
import { importing } from './lookback.mjs'
import { Running } from './running.mjs'

const QUERIES = 1000
const AIMED_MILLIS = 50
const WORDS = ['record sleeve', 'grove', 'needle album light', 'vioce', 'city nig', 'drum', 'year of the bass', '流星']

/** Words that readers look for in a blog of many posts; each query is another one. */
export async function searching({ report, options }) {
  const folder = mkdtempSync(join(tmpdir(), 'lookback-searching-'))
  const data = join(folder, 'data')
  const site = join(folder, 'site')
  try {
    mkdirSync(join(site, 'content/posts'), { recursive: true })
    for (let post = 0; post < options.found; post++)
      writeFileSync(join(site, `content/posts/post-${post}.md`), article(post).replace('Post ', `Post ${post % 100} `))
    execFileSync(importing[0], [...importing.slice(1), 'import', site], {
      cwd: new URL('..', import.meta.url).pathname,
      env: { ...process.env, LOOKBACK_DATA: data },
    })
    const running = await Running.begin(data)
    try {
      const { lookback } = running
      await running.caughtUp()
      await indexed(lookback.origin, options.found)
      const asked = Math.min(QUERIES, options.found)
      await times(lookback.origin, asked, query)
      const found = await times(lookback.origin, asked, query)
      const least = await times(lookback.origin, asked, () => '/robots.txt')
      report.heading(`searching: ${options.found} posts of 4 kB, ${asked} searches one after another; limit: the shortest page`)
      report.add('a search, median', 'ms', found.at(0.5), { limit: least.at(0.5), aim: { most: AIMED_MILLIS } })
      report.add('99 %', 'ms', found.at(0.99), { limit: least.at(0.99), aim: { most: AIMED_MILLIS } })
    } finally {
      await running.end()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function indexed(origin, posts) {
  const wanted = posts === 1 ? 'One post' : `${posts.toLocaleString('en')} posts`
  for (;;) {
    const page = await fetch(`${origin}/search/?q=post`).then((answer) => answer.text())
    if (page.includes(wanted)) return
    await new Promise((later) => setTimeout(later, 200))
  }
}

const dice = random(7)
const query = () => `/search/?q=${encodeURIComponent(`${WORDS[dice.below(WORDS.length)]} ${dice.below(100)}`)}`

async function times(origin, count, address) {
  const taken = []
  for (let one = 0; one < count; one++) {
    const began = performance.now()
    await fetch(origin + address()).then((answer) => answer.arrayBuffer())
    taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  return { at: (part) => taken[Math.min(taken.length - 1, Math.floor(part * taken.length))] }
}
