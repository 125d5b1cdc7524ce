// All that is measured of Lookback, beside the limits of the machine in the same run. See README.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { history } from './history.mjs'
import { keys } from './keys.mjs'
import { lighthouse } from './lighthouse.mjs'
import { Limits, limit } from './limits/limits.mjs'
import { live } from './live.mjs'
import { looking } from './looking.mjs'
import { moving } from './moving.mjs'
import { optionsOf } from './options.mjs'
import { reading } from './reading.mjs'
import { rebuild } from './rebuild.mjs'
import { Report } from './report.mjs'
import { Running } from './running.mjs'
import { searching } from './searching.mjs'
import { trace } from './trace.mjs'
import { typing } from './typing.mjs'
import { watchers } from './watchers.mjs'

const PARTS = { limit, live, watchers, trace, history, looking, rebuild, moving, searching, reading, lighthouse, keys, typing }

const options = optionsOf(process.argv.slice(2), Object.keys(PARTS))
const data = mkdtempSync(join(tmpdir(), 'lookback-benchmark-'))
const report = new Report()
const starting = Running.begin(data)

async function leave(code) {
  const running = await starting.catch(() => null)
  await running?.end()
  rmSync(data, { recursive: true, force: true })
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => leave(1))

try {
  const running = await starting
  const limits = new Limits(data, options.limit)
  for (const part of options.parts) await PARTS[part]({ running, report, options, data, limits })
  console.log(report.markdown())
  if (options.out) writeFileSync(options.out, report.markdown())
  await leave(0)
} catch (failure) {
  console.log(report.markdown())
  console.error(failure)
  await leave(1)
}
