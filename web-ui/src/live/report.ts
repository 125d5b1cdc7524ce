import { unsaved, type Replica } from './replica'
import type { Refused } from './server'
import type { Status, Why } from './types'

/** What the status follows from, beside what the report was told. */
export interface Facts {
  readonly replica: Replica
  /** Changes of earlier visits that no answer has confirmed. */
  readonly unsent: number
  readonly online: boolean
  /** Changes of this visit that this device has written down. */
  readonly kept: number
  /** Whether this device keeps what is unsaved. */
  readonly stored: boolean
  /** The whole text as it stands in the editor. */
  readonly text: () => string
}

type Doing = 'writing' | 'reading'

/** Says what is true of the author's text, each time that it changed. */
export class Report {
  signedOut = false
  refusal: Refused | null = null
  private line: 'new' | 'up' | 'down' = 'new'
  /** What the last try to send or to fetch came to, while it came to nothing. */
  private readonly trouble = new Map<Doing, Why | null>()
  /** The newest revision that an answer has shown to be durable. */
  private durable = 0
  /** Kept while the server could not be reached, and not yet saved. */
  private owed = 0
  /** Of those, saved since. */
  private merged = 0
  private last = ''

  constructor(
    private readonly facts: () => Facts | null,
    private readonly tell: (status: Status) => void,
  ) {}

  get isUp(): boolean {
    return this.line === 'up'
  }

  typed(): void {
    if (this.owed === 0) this.merged = 0
    this.update()
  }

  /** Edits of an earlier visit. */
  found(edits: number): void {
    this.owed += edits
  }

  saved(edits: number, revision = 0): void {
    const kept = Math.min(edits, this.owed)
    this.merged += kept
    this.owed -= kept
    this.durable = Math.max(this.durable, revision)
    this.answered('writing')
  }

  up(): void {
    this.line = 'up'
    this.trouble.clear()
    this.update()
  }

  down(): void {
    this.line = 'down'
    this.update()
  }

  answered(doing: Doing): void {
    this.trouble.delete(doing)
    this.update()
  }

  unanswered(doing: Doing, why: Why | null): void {
    this.trouble.set(doing, why)
    this.update()
  }

  update(): void {
    const facts = this.facts()
    if (!facts) return
    const open = unsaved(facts.replica) + facts.unsent
    const status = this.status(facts, open)
    if (isAway(status)) this.owed = open
    if (open === 0) this.owed = 0
    const said = JSON.stringify(status)
    if (said === this.last) return
    this.last = said
    this.tell(status)
  }

  private status(facts: Facts, open: number): Status {
    const { replica, online } = facts
    if (this.refusal) return refused(this.refusal, facts.text(), open)
    const kept = keptOf(facts, open)
    if (this.signedOut) return { kind: 'signed-out', ...kept }
    if (!online) return { kind: 'offline', ...kept }
    const why = this.trouble.get('writing') ?? this.trouble.get('reading')
    if (why) return { kind: 'waiting', why, edits: open, ...kept }
    if (this.line === 'down' || this.trouble.size > 0) return { kind: 'reconnecting', ...kept }
    if (open > 0) return { kind: 'saving', edits: open }
    const revision = Math.max(this.durable, replica.revision)
    return this.merged > 0 ? { kind: 'synced', merged: this.merged, revision } : { kind: 'saved', revision }
  }
}

const away: readonly Status['kind'][] = ['signed-out', 'offline', 'reconnecting', 'waiting']

const isAway = ({ kind }: Status) => away.includes(kind)

const refused = ({ code, detail }: Refused, text: string, edits: number): Status => ({
  kind: 'refused',
  code,
  detail,
  text,
  edits,
})

/** Nothing is called kept before it is written down. */
function keptOf({ stored, kept, unsent }: Facts, open: number): { kept: number; stored: boolean } {
  const safe = stored || open === 0
  return { kept: safe ? Math.min(open, kept + unsent) : open, stored: safe }
}
