// Where a recording of the JVM's flight recorder says that the time went: node benchmarks/hot.mjs RECORDING.jfr [lines]
import { execFileSync } from 'node:child_process'

const [file, lines = 25] = process.argv.slice(2)
const print = ['print', '--json', '--stack-depth', '256', '--events', 'jdk.ExecutionSample', file]
const { events } = JSON.parse(execFileSync('jfr', print, { maxBuffer: 1 << 30 })).recording

const name = ({ method }) => `${method.type.name.replaceAll('/', '.')}.${method.name}`
const stacks = events
  .map(({ values }) => (values.stackTrace?.frames ?? []).map(name))
  .filter(({ length }) => length > 0)
const threads = events.map(({ values }) => (values.sampledThread?.javaName ?? '?').replace(/\d+/g, 'N'))

function table(title, names) {
  const counts = new Map()
  for (const one of names) counts.set(one, (counts.get(one) ?? 0) + 1)
  console.log(`\n${title}`)
  for (const [what, count] of [...counts].sort(([, a], [, b]) => b - a).slice(0, lines))
    console.log(`${((100 * count) / stacks.length).toFixed(1).padStart(6)} %  ${what}`)
}

table('By thread', threads)
table(
  'By method, itself',
  stacks.map(([top]) => top),
)
table(
  'By method, with what it calls',
  stacks.flatMap((stack) => [...new Set(stack)]),
)
table(
  'By method of Lookback, with what it calls',
  stacks.flatMap((stack) => [...new Set(stack.filter((one) => one.startsWith('app.lookback')))]),
)
