import { ChangeSet, Text } from '@codemirror/state'
import { join } from 'node:path'
import { hire } from './calls.mjs'
import { company } from './company.mjs'
import { memory, processorTime } from './lookback.mjs'
import { profile } from './running.mjs'

/** Accepted edits a second, by posts x editors. */
const AIMS = { '10x5': 2500, '1x20': 900 }
const STRETCH = 200

/** People who write together: at a human pace, then as fast as one submission in flight allows. */
export async function live({ running, report, options, data }) {
  for (const name of options.shapes.split(',')) {
    const [posts, each] = name.split('x').map(Number)
    const phases = { data, warm: Number(options.warm), pace: Number(options.pace), fast: Number(options.fast) }
    const bare = await relayed({ posts, each }, { ...phases, sync: false })
    const synced = await relayed({ posts, each }, { ...phases, sync: true })
    const during = options.profile && profile(running.pid, options.profile)
    const ours = await lived({ posts, each }, { ...phases, running, submit: options.submit, during })
    tell(report, name, { bare, synced, ours })
  }
}

function tell(report, name, { bare, synced, ours }) {
  const aim = { times: 2 }
  const rate = AIMS[name] && { least: AIMS[name] }
  report.heading(`live, ${name} posts x editors; limit: a bare relay with a group fdatasync`)
  for (const part of ['p50', 'p95', 'p99'])
    report.add(`submitted to visible, ${part}`, 'ms', ours.visible[part], { limit: synced.visible[part], aim: part === 'p95' ? {} : aim })
  report.add('the bare relay without a sync, p50', 'ms', bare.visible.p50)
  report.add('the bare relay without a sync, p99', 'ms', bare.visible.p99)
  report.add('accepted edits, one in flight', '/s', ours.rate, { limit: synced.rate, aim: rate })
  report.add('the bare relay without a sync', '/s', bare.rate)
  report.add('processor time of the JVM an edit', 'ms', ours.jvm, { aim: { most: 0.4 } })
  report.add('processor time of PostgreSQL an edit', 'ms', ours.postgresql)
  report.add('processors used by the editors', '', ours.generator, { limit: synced.generator })
  report.add('memory of the JVM', 'MB', ours.memory.jvm)
  report.add('memory with PostgreSQL', 'MB', ours.memory.all)
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
  await editors.call('begin', seats.map(() => ({ revision: 0, source })))
  await editors.call('fast', { seconds: Math.min(2, fast) })
  const paced = await editors.call('pace', { seconds: pace })
  const hurried = await editors.call('fast', { seconds: fast })
  await editors.call('agreed')
  editors.dismiss()
  relay.dismiss()
  return { ...paced, ...hurried }
}

/** The same with Lookback; ends by seeing that the replicas, the draft and the log agree. */
async function lived({ posts, each }, { running, data, submit, warm, pace, fast, during }) {
  const { ada, pid } = running
  const seats = await company(ada, posts, each)
  const editors = hire('./editors/worker.mjs')
  const revisions = await editors.call('open', { kind: submit, posts: seats })
  const opened = await Promise.all(seats.map(([{ post }], i) => ada.when(`/api/posts/${post}`, (draft) => draft.revision === revisions[i])))
  await editors.call('begin', opened.map(({ revision, source }) => ({ revision, source })))
  await editors.call('fast', { seconds: warm })
  const paced = await editors.call('pace', { seconds: pace })
  await caughtUp(ada)
  await during?.begin()
  const before = processorTime(pid, data)
  const hurried = await editors.call('fast', { seconds: fast })
  await caughtUp(ada)
  const after = processorTime(pid, data)
  await during?.end()
  const mb = memory(pid, data)
  const agreed = await editors.call('agreed')
  for (const [i, [{ post }]] of seats.entries()) await check(ada, post, agreed[i])
  editors.dismiss()
  const perEdit = (what) => (after[what] - before[what]) / hurried.edits
  return { ...paced, ...hurried, jvm: perEdit('jvm'), postgresql: perEdit('postgresql'), memory: mb }
}

export const caughtUp = (ada) => ada.when('/api/progress', ({ views }) => views.every(({ position, head }) => position >= head))

async function check(ada, post, { revision, text, edits }) {
  const draft = await ada.when(`/api/posts/${post}`, (found) => found.revision >= revision)
  if (draft.revision !== revision || draft.source !== text) throw new Error(`The draft of ${post} is not what the editors have`)
  const replayed = await replay(ada, post)
  if (replayed.text !== text) throw new Error(`The log of ${post} does not give what the editors have`)
  if (replayed.revision !== edits + 1) throw new Error(`Of ${post} ${edits} edits were accepted, and the log has ${replayed.revision - 1}`)
}

/** The text that the revisions give from the first to the newest. */
export async function replay(person, post) {
  let [revision, text, newest] = [0, Text.empty, 1]
  while (revision < newest) {
    const page = await person.get(`/api/posts/${post}/revisions?after=${revision}`)
    newest = page.newest
    for (const next of page.revisions) {
      if (next.revision !== ++revision) throw new Error(`The history of ${post} has ${next.revision} in place of ${revision}`)
      text = ChangeSet.fromJSON(next.changes).apply(text)
    }
  }
  return { revision, text: text.toString() }
}
