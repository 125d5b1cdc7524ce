import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { article } from './company.mjs'
import { connection, freePort, importing, percentile, start } from './lookback.mjs'
import { isBuilt } from './running.mjs'
import { Person } from './site.mjs'

const root = new URL('..', import.meta.url).pathname
const PAGE = '/posts/a-page-of-madness/'
const CONNECTIONS = 16
const ROUNDS = 5
const LEAST_SHARE = 0.6
const GZIP = ['-H', 'Accept-Encoding: gzip']
const STALE_FOR = 150

/** Editions after which a node that was just started is as quick as it will be. */
const WARM_AFTER = 30

/** What readers get, beside nginx that serves the same bytes as files, and how soon a new edition is what they get. */
export async function reading({ report, options }) {
  const folder = mkdtempSync(join(tmpdir(), 'lookback-reading-'))
  const started = []
  try {
    const data = join(folder, 'data')
    const views = await mongo(folder, started)
    const settings = { LOOKBACK_MONGODB_URI: views, LOOKBACK_LOG_SHARED: 'true' }
    takeIn(site(folder, 'one', { 'a-page-of-madness.md': sample }), data)
    const lookback = await start(data, settings)
    started.push(lookback.stop)
    const nginx = await nginxWith(folder, await pageOf(lookback.origin), started)
    await weigh(report, lookback.origin)

    await load(lookback.origin, options.fast)
    report.heading(`reading: an article, ${CONNECTIONS} connections; limit: nginx with the same bytes as files`)
    await compare(report, 'alone', lookback.origin, nginx, options)
    takeIn(site(folder, 'many', beside(options.beside)), data)
    const ada = await Person.administrator(lookback)
    await until(() => isThere(lookback.origin, `/posts/beside-${options.beside - 1}/`))
    await ada.when('/api/progress', ({ views }) => views.every(isBuilt))
    await compare(report, `with ${options.beside} other posts`, lookback.origin, nginx, options)

    const log = connection(data)
    const other = await start(join(folder, 'other'), {
      ...settings,
      LOOKBACK_POSTGRES_URL: `jdbc:postgresql://${log.host}:${log.port}/${log.database}`,
      LOOKBACK_POSTGRES_USER: log.user,
      LOOKBACK_POSTGRES_PASSWORD: log.password,
    })
    started.push(other.stop)
    await editions(report, ada, [lookback, other], options)
  } finally {
    for (const stop of started.reverse()) await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const sample = join(root, 'samples/a-page-of-madness.md')

const beside = (count) =>
  Object.fromEntries(Array.from({ length: count }, (_, post) => [`beside-${post}.md`, article(post)]))

function site(folder, name, files) {
  const posts = join(folder, name, 'content/posts')
  mkdirSync(posts, { recursive: true })
  for (const [file, text] of Object.entries(files))
    if (text === sample) copyFileSync(sample, join(posts, file))
    else writeFileSync(join(posts, file), text)
  return join(folder, name)
}

function takeIn(site, data) {
  execFileSync(importing[0], [...importing.slice(1), 'import', site], {
    cwd: root,
    env: { ...process.env, LOOKBACK_DATA: data },
  })
}

/** The stand-in for MongoDB as a process of its own, so that two nodes can use it. */
async function mongo(folder, started) {
  const jar = process.env.LOOKBACK_JAR ?? jarIn(join(root, 'launcher/target'))
  const main = ['-Dloader.main=app.lookback.EmbeddedMongo', 'org.springframework.boot.loader.launch.PropertiesLauncher']
  const child = spawn('java', ['-Xmx256m', '-cp', jar, ...main, join(folder, 'views.mv'), '0'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  started.push(() => ended(child))
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The stand-in for MongoDB ended with ${code}`)))
    child.stdout.on('data', (said) => {
      const uri = String(said).match(/mongodb:\S+/)
      if (uri) resolve(uri[0])
    })
  })
}

const jarIn = (folder) =>
  join(
    folder,
    readdirSync(folder).find((name) => /^launcher-.*-exec\.jar$/.test(name)),
  )

const ended = (child) =>
  new Promise((resolve) => {
    child.removeAllListeners('exit').once('exit', resolve)
    child.kill('SIGTERM')
  })

const pageOf = (origin) => fetch(origin + PAGE).then((answer) => answer.arrayBuffer())

/** As fast as nginx goes on one processor: files kept open, compressed before. */
async function nginxWith(folder, page, started) {
  const port = await freePort()
  const files = join(folder, 'files', PAGE)
  mkdirSync(files, { recursive: true })
  writeFileSync(join(files, 'index.html'), Buffer.from(page))
  writeFileSync(join(files, 'index.html.gz'), gzipSync(Buffer.from(page), { level: 9 }))
  writeFileSync(
    join(folder, 'nginx.conf'),
    `worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; daemon off;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off; sendfile on; tcp_nopush on; gzip_static on; keepalive_requests 1000000; open_file_cache max=100;
  server { listen 127.0.0.1:${port}; root ${folder}/files; }
}`,
  )
  // Its own workers cannot read a folder that only root may enter.
  execFileSync('chmod', ['-R', 'a+rX', folder])
  const child = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'inherit' })
  started.push(() => ended(child))
  const origin = `http://127.0.0.1:${port}`
  await until(() => isThere(origin, PAGE))
  return origin
}

const isThere = (origin, path) =>
  fetch(origin + path).then(
    ({ ok }) => ok,
    () => false,
  )

async function until(is) {
  while (!(await is())) await new Promise((later) => setTimeout(later, 100))
}

/** Requests a second and the slowest hundredth in milliseconds; throws where an answer was no page. */
async function load(origin, wanted, more = []) {
  const seconds = Math.max(1, Math.round(wanted))
  const child = spawn('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', ...more, origin + PAGE])
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  await new Promise((resolve, reject) => {
    child.once('error', () => reject(new Error('The part reading needs wrk: apt-get install wrk')))
    child.once('exit', resolve)
  })
  if (/Non-2xx|Socket errors/.test(said)) throw new Error(`Not every answer was a page:\n${said}`)
  const [, slowest, unit] = said.match(/99%\s+([\d.]+)(us|ms|s)/)
  return {
    perSecond: Number(said.match(/Requests\/sec:\s+([\d.]+)/)[1]),
    slowest: Number(slowest) * { us: 0.001, ms: 1, s: 1000 }[unit],
  }
}

/** One after the other in turn, so that what else the machine does hits both; the median of the rounds. */
async function compare(report, when, ours, nginx, options) {
  for (const [name, more] of [
    ['as it is', []],
    ['compressed', GZIP],
  ]) {
    const rounds = []
    for (let round = 0; round < ROUNDS; round++)
      rounds.push([await load(nginx, options.pace / 4, more), await load(ours, options.pace / 4, more)])
    const share = percentile(
      rounds.map(([limit, own]) => own.perSecond / limit.perSecond),
      0.5,
    )
    const [limit, own] = rounds.find((one) => one[1].perSecond / one[0].perSecond === share)
    report.add(`requests, ${when}, ${name}`, '/s', own.perSecond, {
      limit: limit.perSecond,
      aim: { least: LEAST_SHARE * limit.perSecond },
    })
    const slower = rounds.map(([limit, own]) => ({ ratio: own.slowest / limit.slowest, limit, own }))
    const middle = slower.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(ROUNDS / 2)]
    report.add(`the slowest hundredth, ${when}, ${name}`, 'ms', middle.own.slowest, {
      limit: middle.limit.slowest,
      aim: { times: 2 },
    })
  }
}

/** What a first visit transfers: the page with all that it loads, compressed, images apart. */
async function weigh(report, origin) {
  const bytes = async (path) => {
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'gzip' } })
    const text = await answer.text()
    return { text, length: Number(answer.headers.get('content-length') ?? gzipSync(text).length) }
  }
  const page = await bytes(PAGE)
  const loaded = [...page.text.matchAll(/(?:<link rel="stylesheet" href|<script src)="([^"]+)"/g)].map(
    ([, path]) => path,
  )
  const all = await Promise.all(loaded.map(bytes))
  const scripts = all.filter((_, i) => loaded[i].includes('.js')).reduce((sum, { length }) => sum + length, 0)
  report.heading('reading: what a first visit of the article transfers, images apart')
  report.add('all of it', 'kB', (page.length + all.reduce((sum, { length }) => sum + length, 0)) / 1000, {
    aim: { most: 60 },
  })
  report.add('scripts of it', 'kB', scripts / 1000, { aim: { most: 15 } })
}

/** From the answer to publishing until each node serves the edition; and no older one after that. */
async function editions(report, ada, [first, second], options) {
  const { post, path } = await ada.post('/api/posts/import?name=measured.md', article(1), 'text/markdown')
  const client = crypto.randomUUID()
  let { revision } = await ada.when(`/api/posts/${post}`, () => true)
  let length = article(1).length
  await ada.post(`/api/posts/${post}/editions`, { revision })
  await Promise.all([first, second].map(({ origin }) => until(() => isThere(origin, path))))
  const cold = { first: [], second: [] }
  const taken = { first: [], second: [] }
  const unmeasured = 1 + Math.min(WARM_AFTER, options.editions)
  for (let edition = 2; edition <= unmeasured + options.editions; edition++) {
    const edit = { client, sequence: edition - 1, base: revision, changes: [length, [0, 'More. ']] }
    revision = (await ada.post(`/api/posts/${post}/edits`, edit)).revision
    length += 'More. '.length
    await ada.post(`/api/posts/${post}/editions`, { revision })
    const began = performance.now()
    const seen = await Promise.all([first, second].map(({ origin }) => served(origin + path, edition, began)))
    const times = edition > unmeasured ? taken : cold
    times.first.push(seen[0])
    times.second.push(seen[1])
  }
  report.heading(
    `reading: from the answer to "publish" until the edition is served, ${options.editions} editions, two nodes`,
  )
  for (const [name, times] of Object.entries(taken)) {
    report.add(`at the ${name} node, median`, 'ms', percentile(times, 0.5), { aim: { most: 100 } })
    report.add(`at the ${name} node, the slowest`, 'ms', Math.max(...times), { aim: { most: 100 } })
    report.add(`at the ${name} node, the slowest of those before`, 'ms', Math.max(...cold[name]))
  }
}

/** Whoever asks without a pause keeps the processors from what is waited for. */
const aMoment = () => new Promise((later) => setTimeout(later, 2))

async function served(address, edition, began) {
  const at = async () =>
    Number((await fetch(address).then((answer) => answer.text())).match(/data-edition="(\d+)"/)?.[1])
  while ((await at()) !== edition) await aMoment()
  const seen = performance.now() - began
  for (const end = performance.now() + STALE_FOR; performance.now() < end;)
    if ((await at()) !== edition) throw new Error(`An older edition than ${edition} came back at ${address}`)
  return seen
}
