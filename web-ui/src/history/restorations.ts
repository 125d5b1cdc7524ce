import type { ChangeSet } from '@codemirror/state'
import * as api from '../api'
import type { Draft } from '../wire'
import { editsOf } from './range'
import { rangesOf } from './replay'

/** What someone decided to bring back, until the editor makes the edit. */
export interface Restoration {
  post: string
  /** The revision that is brought back. */
  revision: number
  whole: boolean
  /** What is done to the source at revision `base`. */
  base: number
  changes: ChangeSet
}

export interface Opening {
  draft: Draft
  restoration: Restoration | null
}

/** The draft may be a little behind the history. */
const MOST_TRIES = 20
const LATER = 250

let waiting: Restoration | null = null

export const offer = (restoration: Restoration) => (waiting = restoration)

/** The draft to write in; where something is to be brought back into it, one that has all that it was made for. */
export async function opening(read: () => Promise<Draft>, post: string): Promise<Opening> {
  const asked = waiting?.post === post ? waiting : null
  let draft = await read()
  for (let tries = 0; asked && draft.revision < asked.base && tries < MOST_TRIES; tries++) {
    await new Promise((later) => setTimeout(later, LATER))
    draft = await read()
  }
  const restoration = asked && (await carried(asked, draft.revision))
  waiting = null
  return { draft, restoration }
}

/** The same to the source at a later revision: what others wrote in between stays. */
async function carried(restoration: Restoration, revision: number): Promise<Restoration> {
  const { post, base } = restoration
  if (revision < base) throw new Error('The text is not up to date yet. Try again in a moment.')
  const server = { range: (from: number, to: number) => api.range(post, from, to) }
  let { changes } = restoration
  for (const range of await rangesOf(server, base + 1, revision))
    for (const edit of editsOf(range)) changes = changes.map(edit.changes)
  return { ...restoration, base: revision, changes }
}
