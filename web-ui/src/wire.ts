/** What the server answers, as docs/api.md describes it. */

export interface Person {
  id: string
  name: string
}

export interface Account extends Person {
  administrator: boolean
}

export interface Me {
  person: Account | null
  setup?: boolean
}

export interface Invitation {
  post: string
  title: string
  by: string
  role: Role
  expires: string
}

export type Role = 'owner' | 'author' | 'reviewer'

export interface Member extends Person {
  role: Role
}

export interface Settings {
  path: string
  withdrawn: boolean
  people: Member[]
  invitations: { id: string; by: string; role: Role; expires: string }[]
}

export interface DeletedPost {
  post: string
  title: string
  path: string
  by: Person
  at: string
}

export interface NewPost {
  post: string
  path: string
}

export interface Library {
  found: number
  posts: LibraryEntry[]
}

export interface LibraryEntry {
  post: string
  path: string
  title: string
  tags: string[]
  authors: Person[]
  here: Person[]
  revision: number
  editions: number
  editedAt: string
  editedBy: Person | null
  withdrawn: boolean
  /** When the next edition comes by itself. */
  scheduled: string | null
  unpublished: number
}

export interface Block {
  id: string
  html: string
  line: number
}

export interface Edition {
  edition: number
  revision: number
  at: string
}

/** How an edition differs from the one before it. */
export type UpdateKind = 'typo' | 'correction' | 'substantive' | 'retraction'

export interface Draft {
  post: string
  path: string
  title: string
  revision: number
  source: string
  authors: Person[]
  people: Member[]
  withdrawn: boolean
  /** Whether readers may watch how it was written. */
  historyOpen: boolean
  scheduled: string | null
  editions: Edition[]
}

export interface Revision {
  revision: number
  author: string
  at: string
  source: string
  preview: Block[]
}

export interface Accepted {
  revision: number
  client: string
  sequence: number
  author: string
  at: string
  changes: unknown
}

export interface Session {
  author: string
  from: number
  to: number
  start: string
  end: string
}

export interface Label {
  label: number
  revision: number
  name: string
  by: string
  at: string
}

/** For each `span` neighbouring revisions, when they ended (as differences), and how many units came and went. */
export interface Activity {
  span: number
  ends: number[]
  inserted: number[]
  deleted: number[]
}

/** By revision `as`, what stood in `revision` was brought back, wholly or in part. */
/** A revision that stood in a file. */
export interface Import {
  revision: number
  file: string
  by: string
  at: string
}

export interface Restoration {
  revision: number
  as: number
  whole: boolean
  by: string
  at: string
}

export interface History {
  newest: number
  people: Person[]
  sessions: Session[]
  editions: Edition[]
  labels: Label[]
}

/** All that the timeline shows. */
export interface Timeline extends History {
  activity: Activity
  restorations: Restoration[]
  imports: Import[]
}

export interface Piece {
  kind: 'same' | 'deleted' | 'inserted'
  text: string
}

/** Some lines of the old source, of the new one, or of both; `moved` is the same number at both places of moved lines. */
export interface Hunk {
  old: number | null
  now: number | null
  moved: number | null
  pieces: Piece[]
}

export interface ComparedSources {
  from: number
  to: number
  inserted: number
  deleted: number
  hunks: Hunk[]
}

export interface Part {
  kind: 'same' | 'changed' | 'deleted' | 'inserted'
  moved: number | null
  html: string
}

export interface ComparedPages {
  from: number
  to: number
  parts: Part[]
}

/** A place among the contributors, the revision, and the second of the epoch. */
export type Wrote = [contributor: number, revision: number, second: number]

export interface Contributor extends Person {
  surviving: number
  typed: number
}

export interface Authorship {
  revision: number
  contributors: Contributor[]
  spans: [length: number, ...Wrote][]
  lines: (Wrote | null)[]
}

/** What others wrote in one go. */
export interface Change {
  people: Person[]
  from: number
  to: number
  start: string
  end: string
  inserted: number
  deleted: number
  excerpt: string
}

export interface Since {
  seen: number | null
  at: string | null
  newest: number
  earlier: number
  changes: Change[]
}

/** Edits in columns, as docs/api.md tells. */
export interface Range {
  from: number
  to: number
  length: number
  authors: string[]
  author: number[]
  at: number[]
  changes: ([moved: number, deleted: number, inserted: string] | { changes: unknown })[]
}

/** In bytes, and in pixels where that is known. */
export interface Measure {
  size: number
  width: number | null
  height: number | null
}

export interface Use {
  post: string
  title: string
  draft: boolean
  editions: number[]
}

export interface StoredImage {
  path: string
  post: string
  mediaType: string
  measure: Measure | null
  at: string
  by: Person | null
  original: { path: string; measure: Measure | null } | null
  alts: string[]
  uses: Use[]
}

export interface Media {
  found: number
  next: string | null
  images: StoredImage[]
}

/** A line of the answer to a whole site: how far it is, and in the end what became of it. */
export interface SiteImportLine {
  progress?: { doing: string; done: number; all: number }
  report?: { begun: number; changed: number; same: number; published: number; files: number; notes: string[] }
  problem?: string
}

/** What is wrong with a file of the theme; line 0 where it is of no line. */
export interface ThemeProblem {
  file: string
  line: number
  problem: string
}

/** A shortcode that the blog defines, as its authors call it. */
export interface OwnShortcode {
  name: string
  encloses: boolean
  names: string[]
  places: number
}

/** The same as its administrators see it. */
export interface SiteShortcode {
  name: string
  path: string
  size: number
  understood: boolean
  problems: string[]
}

export interface ShortcodePreview {
  html: string
  understood: boolean
  problems: string[]
}
