import type { EditorState, Extension, TransactionSpec } from '@codemirror/state'
import type { Member } from '../wire'

/** Why a server that answers can't do what it was asked yet, by the codes of docs/api.md. */
export type Why = 'busy' | 'log-unreachable' | 'being-rebuilt' | 'stopped'

/**
 * What the author may be told about their text. `edits`, `kept` and `merged` count changes made in the editor that no
 * answer has confirmed yet, and `kept` only those that this device has written down; `stored` is false when it could
 * not, so that closing the tab would lose them: `kept` then counts what would be lost.
 */
export type Status =
  | { kind: 'saving'; edits: number }
  | { kind: 'saved'; revision: number }
  | { kind: 'synced'; merged: number; revision: number }
  | { kind: 'offline'; kept: number; stored: boolean }
  | { kind: 'reconnecting'; kept: number; stored: boolean }
  | { kind: 'waiting'; why: Why; edits: number; kept: number; stored: boolean }
  | { kind: 'signed-out'; kept: number; stored: boolean }
  | { kind: 'refused'; code: string; detail: string; text: string; edits: number }

/** Someone else in this post; anchor and head are positions in the editor's present text, null without focus. */
export interface Presence {
  connection: string
  client: string
  author: string
  name: string
  anchor: number | null
  head: number | null
}

/** A block of the rendered page; `line` is the first line of the source (from 1) that it renders. */
export interface Block {
  id: string
  html: string
  line: number
}

/** The rendered page at a revision, complete and in order. */
export interface Preview {
  revision: number
  title: string
  blocks: readonly Block[]
  /** Where the source of each block begins in the editor's present text. */
  starts: readonly number[]
}

/** What happened just now is null at an arrival; then `by` did it, where it concerns someone to `person`. */
export interface Standing {
  readonly path: string
  readonly withdrawn: boolean
  readonly historyOpen: boolean
  readonly scheduled: string | null
  readonly people: readonly Member[]
  readonly happened: string | null
  readonly by: string | null
  readonly person: string | null
}

export interface Edition {
  edition: number
  revision: number
  path: string
  by: string
}

/** Text that could not be merged and is kept on this device until the author lets go of it. */
export interface KeptText {
  client: string
  detail: string
  text: string
}

/** The two things that live editing needs of an editor; both are called outside of the editor's own updates only. */
export interface Editor {
  state(): EditorState
  dispatch(spec: TransactionSpec): void
}

export interface Listeners {
  onStatus?(status: Status): void
  /** Everyone else who is here, whenever that changed; between two calls the editor maps positions through its changes. */
  onPresence?(present: readonly Presence[]): void
  onLeft?(gone: Presence): void
  onPreview?(preview: Preview): void
  onEdition?(edition: Edition): void
  /** How the post stands besides its text: at each arrival, and whenever it changed. */
  onStanding?(standing: Standing): void
  /** The names of all authors met so far, by their id. */
  onNames?(names: ReadonlyMap<string, string>): void
  /** An edit of this editor has become a revision. */
  onOwn?(revision: number): void
  /** Texts of earlier visits that could not be merged. */
  onKept?(texts: readonly KeptText[]): void
}

export interface LiveOptions extends Listeners {
  post: string
  /** The id of the signed-in person: what another person left unsent on this device is never sent in their name. */
  person: string
  /** The revision that the editor's document is at the beginning. */
  revision: number
  ports: Ports
}

export interface LiveSession {
  /** The id of this open editor, a UUID. */
  readonly client: string
  /** To be among the extensions of the editor's state, whose document begins as the source at `revision`. */
  readonly extension: Extension
  /** Begins: connects, and sends what earlier visits left unsent. Once, right after the editor exists. */
  attach(editor: Editor): void
  /** To be called after every update of the editor that changed its document. */
  changed(): void
  /** Where this author's selection is, in the editor's present text; nulls when the editor has no focus. */
  here(anchor: number | null, head: number | null): void
  /** Tries at once whatever waits: after signing in again, or because the author asks. */
  retryNow(): void
  /** Whether something would be unsaved if the tab were closed now: for the browser's warning. */
  unsaved(): boolean
  /** Lets go of a text that `onKept` or the status `refused` offered. */
  forget(client: string): Promise<void>
  /** Leaves the post. What is unsaved stays on this device and is sent at the next visit. */
  close(): void
}

/** What live editing needs of the world. `browserPorts()` has the browser's; tests have simulated ones. */
export interface Ports {
  transport: Transport
  queue: Queue
  tabs: Tabs
  clock: Clock
  connectivity: Connectivity
  newClient(): string
}

export interface Transport {
  /** Rejects when no answer came. `body` is undefined when the answer was not JSON. */
  request(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply>
  connect(path: string, listener: LineListener): Line
}

export interface Reply {
  status: number
  body: unknown
  /** Milliseconds that the server asks to wait, or null. */
  retryAfter: number | null
}

/** One WebSocket. After `closed` nothing is heard from it. */
export interface Line {
  send(text: string): void
  close(): void
}

export interface LineListener {
  opened(): void
  heard(text: string): void
  closed(code: number): void
}

/** Where unsent edits wait, on this device. Records are plain JSON. */
export interface Queue {
  save(record: QueueRecord): Promise<void>
  remove(post: string, client: string): Promise<void>
  /** What is kept for a post, as it was found: not trusted to be well-formed. */
  list(post: string): Promise<unknown[]>
}

/**
 * What one editor had not yet heard back about: `sent` as it was submitted and as it stands at `revision`, then
 * `pending`, which follows it. Any record of an editor may be replayed later, for the server knows what it accepted.
 */
export interface QueueRecord {
  post: string
  client: string
  person: string
  revision: number
  /** The number of the next submission. */
  next: number
  sent: { sequence: number; base: number; changes: unknown; mapped: unknown; edits: number } | null
  pending: { changes: unknown; edits: number } | null
  refused: { detail: string; text: string } | null
}

/** Tells which editors of this browser are alive: a name is held by one tab at a time and let go when it dies. */
export interface Tabs {
  /** The function that lets go, or null when another tab holds the name. */
  hold(name: string): Promise<(() => void) | null>
}

export interface Clock {
  /** Runs once after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, run: () => void): () => void
  /** 0 up to 1. */
  random(): number
}

export interface Connectivity {
  online(): boolean
  /** Calls when the network may have come or gone, or the device woke. Returns what ends it. */
  listen(changed: () => void): () => void
}
