import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { deviceQueue } from './deviceQueue'
import type { QueueRecord } from './types'

const record = (client: string, post = 'a'): QueueRecord => ({
  post,
  client,
  person: 'me',
  revision: 3,
  next: 2,
  sent: null,
  pending: { changes: [[0, 'text']], edits: 1 },
  refused: null,
})

test('what_was_kept_is_found_by_post_at_the_next_visit', async () => {
  const before = deviceQueue('visits')
  await before.save(record('one'))
  await before.save(record('two'))
  await before.save(record('elsewhere', 'b'))
  expect(await deviceQueue('visits').list('a')).toEqual([record('one'), record('two')])
})

test('an_editor_keeps_only_its_newest_state', async () => {
  const queue = deviceQueue('newest')
  await queue.save(record('one'))
  await queue.save({ ...record('one'), revision: 4 })
  expect(await queue.list('a')).toEqual([{ ...record('one'), revision: 4 }])
})

test('what_was_removed_is_gone', async () => {
  const queue = deviceQueue('removed')
  await queue.save(record('one'))
  await queue.remove('a', 'one')
  expect(await queue.list('a')).toEqual([])
})
