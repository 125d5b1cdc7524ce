import pg from 'pg'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { connection } from './lookback.mjs'
import { isBuilt } from './running.mjs'

/** All views from the log, after their store was thrown away; ends by seeing that they are what they were. */
export async function rebuild({ running, report, data }) {
  const { ada } = running
  await running.caughtUp()
  const { events, rate: read } = await reading(data)
  const before = await views(ada)
  await running.again(() => rmSync(join(data, 'views.mv')))
  const took = await built(running)
  if ((await views(ada)) !== before) throw new Error('The views that were built again are not what they were')
  report.heading(`rebuild: ${events} events from the log to the views; limit: reading them`)
  for (const [name, rate] of Object.entries(took)) report.add(`view ${name}`, 'events/s', rate, { limit: read })
}

/** How fast PostgreSQL gives the log to one reader. */
async function reading(data) {
  const client = new pg.Client(connection(data))
  await client.connect()
  const page = 'SELECT * FROM event_log WHERE global_index > $1 ORDER BY global_index LIMIT 1000'
  const began = performance.now()
  let [events, last] = [0, -1]
  for (let rows; (rows = (await client.query(page, [last])).rows).length > 0; last = rows.at(-1).global_index)
    events += rows.length
  const rate = (1000 * events) / (performance.now() - began)
  await client.end()
  return { events, rate }
}

/** Events a second of each view; of one that was built before it could be asked, by the time since the start. */
async function built({ ada, lookback }) {
  const began = performance.now()
  const rates = {}
  const first = new Map()
  const rate = ({ name, head }) => {
    const took = performance.now() - began
    const left = head - first.get(name)
    return left > head / 2 ? (1000 * left) / took : (1000 * head) / (lookback.ready + took)
  }
  await ada.when('/api/progress', ({ views }) => {
    for (const view of views) {
      if (!first.has(view.name)) first.set(view.name, view.position)
      if (isBuilt(view)) rates[view.name] ??= rate(view)
    }
    return views.length > 0 && views.every(isBuilt)
  })
  return rates
}

/** Without who is there: that is of the moment and in no view. */
async function views(ada) {
  const library = await ada.get('/api/library')
  const all = library.posts.map((post) => ({ ...post, here: [] }))
  for (const { post } of library.posts)
    all.push(await ada.get(`/api/posts/${post}`), await ada.get(`/api/posts/${post}/history`))
  return JSON.stringify(all)
}
