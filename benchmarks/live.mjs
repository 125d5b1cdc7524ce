import { join } from 'node:path'
import { hire } from './calls.mjs'
import { company } from './company.mjs'
import { check } from './laws.mjs'
import { memory, postgresql } from './lookback.mjs'
import { meter } from './processors.mjs'
import { profile } from './running.mjs'

/** Accepted edits a second, by posts x editors. */
const AIMS = { '10x5': 2500, '1x20': 900 }
const STRETCH = 200
/** The JVM compiles what it runs often: what is measured is what it does once that is done. Seconds at most. */
const MOST_WARMING = 90
const MOST_COMPILING = 60

/** People who write together: at a human pace, then as fast as one submission in flight allows. */
export async function live({ running, report, options, data }) {
  for (const name of options.shapes.split(',')) {
    const [posts, each] = name.split('x').map(Number)
    const bare = await relayed({ posts, each }, { ...options, data, sync: false })
    const synced = await relayed({ posts, each }, { ...options, data, sync: true })
    const during = options.profile && profile(running.pid, options.profile)
    const ours = await lived({ posts, each }, { ...options, data, running, during })
    tell(report, name, { bare, synced, ours })
  }
}

function tell(report, name, { bare, synced, ours }) {
  const times = (figure, limit, aim) => report.add(figure, 'ms', ...limit, aim)
  report.heading(`live, ${name} posts x editors; limit: a bare relay that syncs`)
  for (const part of ['p50', 'p95', 'p99'])
    report.add(`submitted to visible, ${part}`, 'ms', ours.visible[part], {
      limit: synced.visible[part],
      aim: part === 'p95' ? {} : { times: 2 },
    })
  for (const part of ['p50', 'p99'])
    report.add(`submitted to durable, ${part}`, 'ms', ours.saved[part], { limit: synced.saved[part] })
  report.add('accepted edits, one in flight', '/s', ours.rate, {
    limit: synced.rate,
    aim: AIMS[name] && { least: AIMS[name] },
  })
  report.add('processor time of the JVM per edit', 'ms', ours.cost, { limit: synced.cost, aim: { most: 0.4 } })
  report.add('processor time of PostgreSQL per edit', 'ms', ours.postgresql)
  report.add('processors used by the editors', '', ours.generator, { limit: synced.generator })
  report.add('processors used by other programs', '', ours.others, { limit: synced.others })
  report.add('memory of the JVM', 'MB', ours.memory.jvm)
  report.add('memory with PostgreSQL', 'MB', ours.memory.all)
  report.add('relay without a sync: visible, p50', 'ms', bare.visible.p50)
  report.add('relay without a sync: visible, p99', 'ms', bare.visible.p99)
  report.add('relay without a sync: edits', '/s', bare.rate)
}

/** What the same editors see of a bare relay that does nothing but pass on what comes. */
async function relayed({ posts, each }, { data, sync, pace, fast }) {
  const relay = hire('./limits/relay.mjs')
  const editors = hire('./editors/worker.mjs')
  const origin = await relay.call('start', { log: sync && join(data, 'relay.log') })
  const source = 'x'.repeat(each * STRETCH)
  const seat = (post) => (_, i) => ({ origin, post, from: i * STRETCH, width: STRETCH })
  const seats = Array.from({ length: posts }, (_, post) => Array.from({ length: each }, seat(String(post))))
  await editors.call('open', { kind: 'relay', posts: seats })
  await editors.call(
    'begin',
    seats.map(() => ({ revision: 0, source })),
  )
  await editors.call('fast', { seconds: Math.min(2, fast) })
  const paced = await editors.call('pace', { seconds: pace })
  const measured = meter({ relay: () => [relay.pid], editors: () => [editors.pid] })
  const hurried = await editors.call('fast', { seconds: fast })
  const used = measured()
  await editors.call('agreed')
  editors.dismiss()
  relay.dismiss()
  return { ...paced, ...hurried, cost: used.relay / hurried.edits, others: used.others }
}

/** The same with Lookback; ends by seeing that the replicas, the draft and the log agree. */
async function lived({ posts, each }, { running, data, submit, warm, pace, fast, during }) {
  const { ada, pid } = running
  const seats = await company(ada, posts, each)
  const editors = await seated(ada, seats, submit)
  await editors.call('fast', { seconds: MOST_WARMING, edits: warm })
  await compiled(pid)
  const paced = await editors.call('pace', { seconds: pace })
  await running.caughtUp()
  await during?.begin()
  const measured = meter({ jvm: () => [pid], postgresql: () => postgresql(data), editors: () => [editors.pid] })
  const hurried = await editors.call('fast', { seconds: fast })
  await running.caughtUp()
  const used = measured()
  await during?.end()
  const mb = memory(pid, data)
  const agreed = await editors.call('agreed')
  for (const [i, [{ post }]] of seats.entries()) await check(ada, post, agreed[i])
  editors.dismiss()
  return {
    ...paced,
    ...hurried,
    cost: used.jvm / hurried.edits,
    postgresql: used.postgresql / hurried.edits,
    others: used.others,
    memory: mb,
  }
}

/** When the JVM, left alone, has nothing left to do. */
async function compiled(pid) {
  for (let i = 0; i < MOST_COMPILING; i++) {
    const measured = meter({ jvm: () => [pid] })
    await new Promise((later) => setTimeout(later, 1000))
    if (measured().jvm < 50) return
  }
}

/** Editors on their seats, with the newest text before them. */
async function seated(ada, seats, submit) {
  const editors = hire('./editors/worker.mjs')
  const revisions = await editors.call('open', { kind: submit, posts: seats })
  const open = ([{ post }], i) => ada.when(`/api/posts/${post}`, ({ revision }) => revision === revisions[i])
  const drafts = await Promise.all(seats.map(open))
  await editors.call(
    'begin',
    drafts.map(({ revision, source }) => ({ revision, source })),
  )
  return editors
}
