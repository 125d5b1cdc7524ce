import { ChangeSet } from '@codemirror/state'
import { expect, test } from 'vitest'
import { toRecord } from './kept'
import type { Queue, QueueRecord } from './types'
import { unsentTexts } from './unsent'

const record = (client: string, person: string, insert: string): QueueRecord =>
  toRecord({
    post: 'p',
    client,
    person,
    replica: {
      revision: 3,
      text: null,
      next: 1,
      sent: null,
      pending: { changes: ChangeSet.of({ from: 2, insert }, 9), edits: 1 },
    },
    refused: null,
  })

test('what_was_typed_is_given_back_to_its_author_alone', async () => {
  const records = [record('a', 'mia', 'typed offline'), record('b', 'tom', 'not hers')]
  const queue: Queue = {
    save: () => Promise.resolve(),
    remove: (_post, client) =>
      Promise.resolve(
        void records.splice(
          records.findIndex((one) => one.client === client),
          1,
        ),
      ),
    list: () => Promise.resolve([...records, { illegible: true }]),
  }
  const [first, ...others] = await unsentTexts('p', 'mia', queue)
  expect(first?.text).toBe('typed offline')
  expect(others).toEqual([])
  await first?.forget()
  expect(await unsentTexts('p', 'mia', queue)).toEqual([])
})
