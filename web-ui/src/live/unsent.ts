import { deviceQueue } from './deviceQueue'
import { legible, wording } from './kept'
import type { Queue } from './types'

export interface Unsent {
  client: string
  text: string
  forget(): Promise<void>
}

/** What someone typed into a post on this device and nobody has answered, where the post itself can't be opened. */
export async function unsentTexts(post: string, person: string, queue: Queue = deviceQueue()): Promise<Unsent[]> {
  const records = await queue.list(post).catch(() => [])
  return records
    .flatMap(legible)
    .filter((kept) => kept.person === person)
    .map(({ client, replica, refused }) => ({
      client,
      text: refused?.text ?? wording(replica),
      forget: () => queue.remove(post, client),
    }))
    .filter(({ text }) => text !== '')
}
