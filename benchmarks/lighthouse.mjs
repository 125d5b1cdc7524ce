import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importing, start } from './lookback.mjs'

const root = new URL('..', import.meta.url).pathname
const VERSION = '12.8.2'
const PAGES = {
  home: '/',
  article: '/posts/a-page-of-madness/',
  edition: '/posts/a-page-of-madness/editions/1/',
  tags: '/tags/',
  archive: '/archive/',
  search: '/search/?q=rain',
}
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-background-networking'

/** What Lighthouse says of readers' pages, on a slow phone and at a desk; it is fetched when it is first used. */
export async function lighthouse({ report }) {
  const folder = mkdtempSync(join(tmpdir(), 'lookback-lighthouse-'))
  const data = join(folder, 'data')
  mkdirSync(join(folder, 'site/content/posts'), { recursive: true })
  mkdirSync(join(folder, 'site/static/images'), { recursive: true })
  copyFileSync(join(root, 'samples/a-page-of-madness.md'), join(folder, 'site/content/posts/a-page-of-madness.md'))
  copyFileSync(join(root, 'samples/a-page-of-madness.png'), join(folder, 'site/static/images/a-page-of-madness.png'))
  execFileSync(importing[0], [...importing.slice(1), 'import', join(folder, 'site')], {
    cwd: root,
    env: { ...process.env, LOOKBACK_DATA: data },
  })
  const lookback = await start(data)
  try {
    for (const device of ['mobile', 'desktop']) {
      report.heading(`lighthouse ${VERSION}, ${device}`)
      for (const [name, path] of Object.entries(PAGES)) tell(report, name, ask(folder, lookback.origin + path, device))
    }
  } finally {
    await lookback.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lighthouse now and then misses the beginning of its own recording; three times in a row is no accident. */
function ask(folder, address, device) {
  for (let tries = 1; ; tries++) {
    try {
      return once(folder, address, device)
    } catch (failure) {
      if (tries === 3) throw failure
    }
  }
}

function once(folder, address, device) {
  const out = join(folder, 'lighthouse.json')
  execFileSync(
    'npx',
    [
      '--yes',
      `lighthouse@${VERSION}`,
      address,
      '--quiet',
      '--output=json',
      `--output-path=${out}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${FLAGS}`,
      ...(device === 'desktop' ? ['--preset=desktop'] : []),
    ],
    {
      env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  return JSON.parse(readFileSync(out, 'utf8'))
}

function tell(report, name, { categories, audits }) {
  for (const category of CATEGORIES) {
    const points = Math.round(categories[category].score * 100)
    // Search engines shall not list old editions and searches, which Lighthouse counts against them.
    const aim =
      category === 'performance' || (category === 'seo' && ['edition', 'search'].includes(name)) ? {} : { least: 100 }
    report.add(`${name}: ${category}`, 'of 100', points, { aim })
    for (const { id } of categories[category].auditRefs)
      if (category !== 'performance' && audits[id].score !== null && audits[id].score < 1)
        console.error(`    ${id}: ${audits[id].title}`)
  }
  report.add(`${name}: largest paint`, 's', audits['largest-contentful-paint'].numericValue / 1000, {
    aim: { most: 1.5 },
  })
  report.add(`${name}: layout shift`, '', audits['cumulative-layout-shift'].numericValue, { aim: { most: 0.02 } })
}
