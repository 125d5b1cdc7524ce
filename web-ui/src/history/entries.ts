import type { Timeline, Session } from '../wire'
import { marksOf, type Mark } from './marks'

export type Entry = ({ kind: 'session'; key: string } & Session) | { kind: 'mark'; key: string; to: number; mark: Mark }

/** What the timeline shows, for a list: newest first, what was marked above the session that it stands in. */
export function entriesOf(history: Timeline): Entry[] {
  const sessions = history.sessions.map((session): Entry => ({
    kind: 'session',
    key: `session ${session.author} ${session.from}`,
    ...session,
  }))
  const marks = marksOf(history).map((mark): Entry => ({ kind: 'mark', key: mark.key, to: mark.revision, mark }))
  return [...marks, ...sessions].sort((a, b) => b.to - a.to || (a.kind === b.kind ? 0 : a.kind === 'mark' ? -1 : 1))
}

/** Where sessions overlap, the one of who wrote the revision, as far as that is known. */
export function sessionAt(entries: readonly Entry[], revision: number, author?: string): number {
  return entries.findIndex(
    (entry) =>
      entry.kind === 'session' &&
      revision >= entry.from &&
      revision <= entry.to &&
      (author === undefined || author === entry.author),
  )
}
