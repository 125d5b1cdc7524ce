import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { article, paragraph } from './company.mjs'
import { random } from './editors/random.mjs'
import { importing } from './lookback.mjs'

const root = new URL('..', import.meta.url).pathname
const AIMED_SECONDS = 300
const PEOPLE = 8
const BETWEEN_SECONDS = 3600
const SINCE = 1_600_000_000

/** A blog with a history moves in: each post begins in a commit of its own, and others change it in turn. */
export async function moving({ report, options }) {
  const { posts, commits } = options
  const folder = mkdtempSync(join(tmpdir(), 'lookback-moving-'))
  try {
    const repository = join(folder, 'blog.git')
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', repository])
    execFileSync('git', ['-C', repository, 'fast-import', '--quiet'], { input: history(posts, commits) })
    const first = imported(repository, join(folder, 'data'), posts)
    const again = imported(repository, join(folder, 'data'), 0)
    report.heading(`moving: a repository of ${posts} posts and ${commits} commits; limit: git reading that history`)
    report.add('imported', 's', first, { limit: read(repository), aim: { most: AIMED_SECONDS } })
    report.add('imported again, with nothing new', 's', again)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many seconds it took, the store's first start included; checks that all of it came in. */
function imported(repository, data, posts) {
  const began = performance.now()
  const said = execFileSync(importing[0], [...importing.slice(1), 'import', repository], {
    cwd: root,
    env: { ...process.env, LOOKBACK_DATA: data },
    encoding: 'utf8',
  })
  const seconds = (performance.now() - began) / 1000
  if (!said.includes(`new posts ${posts}, changed 0, published ${posts}`)) throw new Error(`Not imported:\n${said}`)
  return seconds
}

function read(repository) {
  const began = performance.now()
  execFileSync('git', ['-C', repository, 'log', '--patch', '--find-renames'], { maxBuffer: 2 ** 30 })
  return (performance.now() - began) / 1000
}

/** What git fast-import reads. */
function history(posts, commits) {
  const dice = random(1)
  const texts = Array.from({ length: posts }, (_, post) => article(post))
  const stream = []
  for (let commit = 0; commit < commits; commit++) {
    const post = commit % posts
    if (commit >= posts) texts[post] = changed(texts[post], dice)
    const who = `Author ${commit % PEOPLE} <author-${commit % PEOPLE}@example.org> ${SINCE + commit * BETWEEN_SECONDS} +0000`
    stream.push(
      `commit refs/heads/main\ncommitter ${who}\ndata <<end\nCommit ${commit}\nend\n`,
      `M 100644 inline content/posts/post-${post}.md\ndata ${Buffer.byteLength(texts[post])}\n${texts[post]}\n`,
    )
  }
  return stream.join('')
}

/** A paragraph more, and a sentence that reads otherwise. */
function changed(text, dice) {
  const lines = text.split('\n')
  const at = 6 + dice.below(lines.length - 6)
  lines.splice(at, 0, '', paragraph(dice, 20), '')
  const other = lines.findLastIndex((line) => line.length > 100)
  lines[other] = lines[other].replace('record', 'album')
  return lines.join('\n')
}
