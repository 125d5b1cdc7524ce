import { ChangeSet, Text } from '@codemirror/state'
import type { Reply } from '../types'
import type { Tally } from './tally'

export interface Logged {
  revision: number
  client: string
  sequence: number
  author: string
  at: string
  changes: unknown
}

interface Submission {
  client: string
  sequence: number
  base: number
  changes: unknown
}

const PAGE = 500
/** So many revisions behind, a base is old. */
const OLD = 2000

/** A post as docs/api.md says that the server keeps it: one accepted edit, one revision, and no edit twice. */
export class SimulatedPost {
  readonly log: Logged[] = []
  /** All characters that the log has ever taken in. */
  readonly takenIn = new Set<string>()
  private readonly changes: ChangeSet[] = []
  private readonly texts: Text[] = [Text.empty]
  /** What the next submission is told instead of being looked at. */
  refusal: { status: number; code: string; detail: string } | null = null

  constructor(
    private readonly tally: Tally,
    private readonly appended: (logged: Logged) => void,
  ) {}

  get revision(): number {
    return this.log.length
  }

  text(revision = this.revision): Text {
    const text = this.texts[revision]
    if (!text) throw new Error(`There is no revision ${revision}`)
    return text
  }

  submitted(author: string, body: unknown): Reply {
    const submission = body as Submission
    if (this.refusal) return refused(this.refusal.status, this.refusal.code, this.refusal.detail)
    const known = this.log.filter(({ client }) => client === submission.client)
    const same = known.find(({ sequence }) => sequence === submission.sequence)
    if (known.some((logged) => logged.author !== author)) return refused(403, 'foreign-client')
    if (same) this.tally.saw('repeated submission')
    if (same) return { status: 200, body: { revision: same.revision }, retryAfter: null }
    if (submission.sequence !== known.length + 1) return refused(409, 'sequence-gap')
    if (submission.base > this.revision) return refused(409, 'future-base')
    const changes = ChangeSet.fromJSON(submission.changes)
    if (changes.length !== this.text(submission.base).length) return refused(422, 'outside-text')
    return this.append(author, submission, changes)
  }

  revisions(after: number, newest: number): Reply {
    const revisions = this.log.slice(after, newest).slice(0, PAGE)
    if (revisions.length > 0) this.tally.saw(revisions.length < PAGE ? 'catch-up' : 'catch-up by pages')
    return { status: 200, body: { newest, revisions }, retryAfter: null }
  }

  private append(author: string, { client, sequence, base }: Submission, changes: ChangeSet): Reply {
    if (this.revision - base >= OLD) this.tally.saw('old base')
    const accepted = this.changes.slice(base).reduce((edit, other) => edit.map(other), changes)
    const logged = {
      revision: this.revision + 1,
      client,
      sequence,
      author,
      at: '2026-01-01T00:00:00Z',
      changes: accepted.toJSON(),
    }
    this.texts.push(accepted.apply(this.text()))
    this.changes.push(accepted)
    accepted.iterChanges((_fromA, _toA, _fromB, _toB, text) => {
      for (const character of text.toString()) this.takenIn.add(character)
    })
    this.log.push(logged)
    this.appended(logged)
    return { status: 200, body: { revision: logged.revision }, retryAfter: null }
  }
}

const refused = (status: number, code: string, detail = `Refused: ${code}`): Reply => ({
  status,
  body: { title: 'Refused', status, detail, code },
  retryAfter: null,
})
