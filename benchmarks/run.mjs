// All that is measured of Lookback, beside the limits of the machine in the same run. See README.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { live } from './live.mjs'
import { Report } from './report.mjs'
import { Running } from './running.mjs'

const PARTS = { live }
const LONG = { shapes: '10x5,1x20,100x2', warm: 10, pace: 20, fast: 20 }
const SHORT = { shapes: '2x3', warm: 1, pace: 2, fast: 2 }

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    submit: { type: 'string', default: 'post' },
    shapes: { type: 'string' },
    warm: { type: 'string' },
    pace: { type: 'string' },
    fast: { type: 'string' },
    profile: { type: 'string' },
    out: { type: 'string' },
  },
})

const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS)
for (const part of chosen) if (!(part in PARTS)) throw new Error(`There is no part ${part}: choose among ${Object.keys(PARTS).join(', ')}`)

const data = mkdtempSync(join(tmpdir(), 'lookback-benchmark-'))
const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined))
const options = { ...(flags.short ? SHORT : LONG), ...given, profile: flags.profile && resolve(flags.profile) }
const report = new Report()
let running
try {
  console.error(`Load before the run: ${loadavg()[0].toFixed(2)}`)
  running = await Running.begin(data)
  for (const part of chosen) {
    console.error(`${part}:`)
    await PARTS[part]({ running, report, options, data })
  }
} finally {
  await running?.end()
  rmSync(data, { recursive: true, force: true })
}
console.log(report.markdown())
if (flags.out) writeFileSync(flags.out, report.markdown())
