import type { ChangeSet, Text } from '@codemirror/state'
import { split } from './split'

/**
 * One editor's knowledge of a post. Its document is always `text`, the source at `revision`, changed by `sent.mapped`
 * and then by `pending.changes`.
 *
 * An edit is mapped over the others' revisions as the one change that was submitted, for the server does the same, and
 * over one revision at a time, for mapping over composed revisions gives another result. (@codemirror/collab maps each
 * transaction of its own, which is why its list of unconfirmed updates is not used here.)
 */
export interface Replica {
  readonly revision: number
  /** Null where nobody looks at a text: when an earlier visit's edits are sent. */
  readonly text: Text | null
  /** The sequence of the next submission. */
  readonly next: number
  readonly sent: Sent | null
  readonly pending: Pending | null
}

export interface Sent {
  readonly sequence: number
  readonly base: number
  /** As submitted, against `base`: a retry repeats it unchanged. */
  readonly changes: ChangeSet
  /** The same edit against the replica's revision. */
  readonly mapped: ChangeSet
  readonly edits: number
}

export interface Pending {
  readonly changes: ChangeSet
  /** How many changes in the editor it is made of. */
  readonly edits: number
}

/** A revision as the server tells of it. */
export interface Accepted {
  readonly revision: number
  readonly client: string
  readonly sequence: number
  readonly changes: ChangeSet
}

export interface Step {
  readonly replica: Replica
  /** What the editor's document must be changed by, or null. */
  readonly changes: ChangeSet | null
}

export const begin = (revision: number, text: Text): Replica => ({ revision, text, next: 1, sent: null, pending: null })

export const unsaved = ({ sent, pending }: Replica): number => (sent?.edits ?? 0) + (pending?.edits ?? 0)

export function typed(replica: Replica, changes: ChangeSet): Replica {
  const { pending } = replica
  const together = pending ? pending.changes.compose(changes) : changes
  return { ...replica, pending: together.empty ? null : { changes: together, edits: (pending?.edits ?? 0) + 1 } }
}

/** Makes what is pending, or as much of it as one edit may hold, the edit in flight. */
export function submit(replica: Replica): Replica {
  const { pending, sent, revision, next } = replica
  if (sent || !pending) return replica
  const [changes, rest] = split(pending.changes)
  const edit = { sequence: next, base: revision, changes, mapped: changes, edits: rest ? 1 : pending.edits }
  return { ...replica, next: next + 1, sent: edit, pending: rest && { changes: rest, edits: pending.edits } }
}

/** The next revision, one's own or another's. Throws a RangeError when it does not follow the replica's. */
export function receive(replica: Replica, accepted: Accepted, client: string): Step {
  if (accepted.revision !== replica.revision + 1)
    throw new RangeError(`Revision ${accepted.revision} does not follow ${replica.revision}`)
  const length = lengthOf(replica)
  if (length !== null && accepted.changes.length !== length)
    throw new RangeError(`Revision ${accepted.revision} expects ${accepted.changes.length} units, not ${length}`)
  const own = accepted.client === client && accepted.sequence === replica.sent?.sequence
  return own ? confirmed(replica, replica.sent, accepted) : mapped(replica, accepted)
}

/** The revision that the edit in flight became, when the answer names the replica's next. */
export const asRevision = ({ revision }: Replica, { sequence, mapped }: Sent, client: string): Accepted => ({
  revision: revision + 1,
  client,
  sequence,
  changes: mapped,
})

function mapped(replica: Replica, { revision, changes }: Accepted): Step {
  const { text, sent, pending } = replica
  const overSent = sent ? changes.map(sent.mapped, true) : changes
  const overAll = pending ? overSent.map(pending.changes, true) : overSent
  const left = pending?.changes.map(overSent)
  return {
    replica: {
      ...replica,
      revision,
      text: text && changes.apply(text),
      sent: sent && { ...sent, mapped: sent.mapped.map(changes) },
      pending: pending && left && !left.empty ? { ...pending, changes: left } : null,
    },
    changes: overAll.empty ? null : overAll,
  }
}

function confirmed(replica: Replica, sent: Sent, { revision, changes }: Accepted): Step {
  const { text } = replica
  const next = { ...replica, revision, sent: null, text: text && changes.apply(text) }
  if (!text || same(changes, sent.mapped)) return { replica: next, changes: null }
  // The log is right, whatever was expected here: take the edit back and make it as it was accepted.
  const correction = sent.mapped.invert(text).compose(changes)
  const step = mapped({ ...next, text: null }, { revision, client: '', sequence: 0, changes: correction })
  return { ...step, replica: { ...step.replica, text: next.text } }
}

const same = (one: ChangeSet, other: ChangeSet) => one === other || JSON.stringify(one) === JSON.stringify(other)

function lengthOf({ text, sent, pending }: Replica): number | null {
  return text?.length ?? sent?.mapped.length ?? pending?.changes.length ?? null
}
