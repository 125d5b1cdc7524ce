import { setTimeout as later } from 'node:timers/promises'
import { hire } from './calls.mjs'
import { company } from './company.mjs'
import { memory } from './lookback.mjs'
import { collectGarbage, heap } from './running.mjs'

/** People who have one post open and do nothing. */
export async function watchers({ running, report, options, data }) {
  const { ada, pid } = running
  const [seats] = await company(ada, 1, options.watchers, 48)
  const before = await settled(pid, data)
  const crowd = hire('./editors/crowd.mjs')
  await crowd.call('open', seats)
  const after = await settled(pid, data)
  if ((await crowd.call('listening')) !== seats.length) throw new Error('Not all watchers are still there')
  crowd.dismiss()
  report.heading(`watchers: ${seats.length} idle ones on one post`)
  report.add('the JVM with them', 'MB', after.jvm, { limit: before.jvm })
  report.add('added to the process', 'MB', after.jvm - before.jvm, { aim: { most: 200 } })
  report.add('added to the heap', 'MB', after.heap - before.heap)
}

/** What is left when the collector has run, twice, for what ends late. */
async function settled(pid, data) {
  for (let i = 0; i < 2; i++) {
    await later(2000)
    collectGarbage(pid)
  }
  return { jvm: memory(pid, data).jvm, heap: heap(pid) }
}
