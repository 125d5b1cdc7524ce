// Writes the vectors that JUnit and Vitest share: what CodeMirror makes of random edits.
// Run it in web-ui after an update of @codemirror/state: node scripts/vectors.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { ChangeSet, MapMode, Text } from '@codemirror/state'

const target = new URL('../../text/src/test/resources/vectors.json', import.meta.url)
const manifest = new URL('../node_modules/@codemirror/state/package.json', import.meta.url)
const seed = 20261123
const cases = 1000
const letters = ['a', 'b', 'c', 'd', 'e', ' ', '"', '\\', '\t', '\n', '\n', 'é', '季', '節', '😀', '🧵']
const modes = ['Simple', 'TrackDel', 'TrackBefore', 'TrackAfter']

let state = seed
/** A whole number from 0 to `bound` - 1 (mulberry32). */
function random(bound) {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
}

const write = (length) => Array.from({ length }, () => letters[random(letters.length)]).join('')

/** A position that parts no surrogate pair. */
function position(text) {
  const at = random(text.length + 1)
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at
}

function change(text) {
  const [from, to] = [position(text), position(text)].sort((one, other) => one - other)
  const kind = random(4)
  if (kind === 0) return { from, insert: write(1 + random(3)) }
  if (kind === 1) return { from, to }
  return { from, to: to - from > 4 ? from : to, insert: write(random(4)) }
}

const changes = (text) =>
  ChangeSet.of(
    Array.from({ length: random(5) }, () => change(text)),
    text.length,
  )

/** An edit as typed, or as composing, mapping and inverting leave it. */
function edit(text) {
  const first = changes(text)
  const kind = random(5)
  if (kind === 0) return first.compose(changes(apply(first, text)))
  if (kind === 1) return first.compose(changes(text).map(first))
  if (kind === 2) return first.compose(first.invert(document(text))).compose(changes(text))
  return first
}

const document = (text) => Text.of(text.split('\n'))
const apply = (edit, text) => edit.apply(document(text)).toString()

function vector() {
  const text = write(random(13))
  const a = edit(text)
  const b = edit(text)
  const c = edit(apply(a, text))
  const positions = Array.from({ length: 4 }, () => {
    const [at, assoc, mode] = [random(text.length + 1), random(3) - 1, modes[random(4)]]
    return [at, assoc, mode, a.mapPos(at, assoc, MapMode[mode])]
  })
  return {
    text,
    a,
    b,
    c,
    'a applied': apply(a, text),
    'a, c': a.compose(c),
    'a over b': a.map(b),
    'a before b': a.map(b, true),
    'a inverted': a.invert(document(text)),
    positions,
  }
}

const source = `@codemirror/state ${JSON.parse(readFileSync(manifest, 'utf8')).version}`
const lines = Array.from({ length: cases }, () => JSON.stringify(vector()))
writeFileSync(target, `{"source":${JSON.stringify(source)},"seed":${seed},"vectors":[\n${lines.join(',\n')}\n]}\n`)
