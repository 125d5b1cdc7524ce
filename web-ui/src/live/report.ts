import { unsaved, type Replica } from './replica'
import type { Refused } from './server'
import type { Status } from './types'

/** What the status follows from, beside what the report was told. */
export interface Facts {
  readonly replica: Replica
  /** Changes of earlier visits that no answer has confirmed. */
  readonly unsent: number
  readonly online: boolean
  /** Whether this device keeps what is unsaved. */
  readonly stored: boolean
  /** The whole text as it stands in the editor. */
  readonly text: () => string
}

/** Says what is true of the author's text, each time that it changed. */
export class Report {
  signedOut = false
  refusal: Refused | null = null
  private line: 'new' | 'up' | 'down' = 'new'
  /** Whether the last request got no answer. */
  private delayed = false
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
    this.answered()
  }

  up(): void {
    this.line = 'up'
    this.answered()
  }

  down(): void {
    this.line = 'down'
    this.update()
  }

  answered(): void {
    this.delayed = false
    this.update()
  }

  unanswered(): void {
    this.delayed = true
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

  private status({ replica, online, stored, text }: Facts, open: number): Status {
    if (this.refusal) return { kind: 'refused', code: this.refusal.code, detail: this.refusal.detail, text: text() }
    const kept = { kept: open, stored: stored || open === 0 }
    if (this.signedOut) return { kind: 'signed-out', ...kept }
    if (!online) return { kind: 'offline', ...kept }
    if (this.line === 'down' || this.delayed) return { kind: 'reconnecting', ...kept }
    if (open > 0) return { kind: 'saving', edits: open }
    const revision = Math.max(this.durable, replica.revision)
    return this.merged > 0 ? { kind: 'synced', merged: this.merged, revision } : { kind: 'saved', revision }
  }
}

const isAway = ({ kind }: Status) => kind === 'signed-out' || kind === 'offline' || kind === 'reconnecting'
