import { changeSet, count, fields, Malformed, orNull, text } from './json'
import type { Replica } from './replica'
import type { QueueRecord } from './types'

/** What an editor left on this device: its replica without the text, or a text that was refused. */
export interface Kept {
  readonly post: string
  readonly client: string
  readonly person: string
  readonly replica: Replica
  readonly refused: { readonly detail: string; readonly text: string } | null
}

export function toRecord({ post, client, person, replica, refused }: Kept): QueueRecord {
  const { revision, next, sent, pending } = replica
  return {
    post,
    client,
    person,
    revision,
    next,
    sent: sent && { ...sent, changes: sent.changes.toJSON(), mapped: sent.mapped.toJSON() },
    pending: pending && { ...pending, changes: pending.changes.toJSON() },
    refused,
  }
}

/** What `toRecord` made, or nothing. */
export function legible(record: unknown): Kept[] {
  try {
    return [fromRecord(record)]
  } catch (failure) {
    if (failure instanceof Malformed) return []
    throw failure
  }
}

/** Throws Malformed when the record is not one that `toRecord` made. */
function fromRecord(record: unknown): Kept {
  const value = fields(record)
  return {
    post: text(value['post']),
    client: text(value['client']),
    person: text(value['person']),
    replica: {
      revision: count(value['revision']),
      text: null,
      next: count(value['next']),
      sent: orNull(value['sent'], sent),
      pending: orNull(value['pending'], pending),
    },
    refused: orNull(value['refused'], refused),
  }
}

/** All that these edits would have put into the text, for an author whose edits can't be merged. */
export function wording({ sent, pending }: Replica): string {
  const changes = sent && pending ? sent.mapped.compose(pending.changes) : (sent?.mapped ?? pending?.changes)
  const texts: string[] = []
  changes?.iterChanges((_fromA, _toA, _fromB, _toB, text) => {
    if (text.length > 0) texts.push(text.toString())
  })
  return texts.join('\n')
}

function sent(json: unknown) {
  const value = fields(json)
  return {
    sequence: count(value['sequence']),
    base: count(value['base']),
    changes: changeSet(value['changes']),
    mapped: changeSet(value['mapped']),
    edits: count(value['edits']),
  }
}

function pending(json: unknown) {
  const value = fields(json)
  return { changes: changeSet(value['changes']), edits: count(value['edits']) }
}

function refused(json: unknown) {
  const value = fields(json)
  return { detail: text(value['detail']), text: text(value['text']) }
}
