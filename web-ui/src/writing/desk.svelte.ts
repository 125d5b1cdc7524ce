import { isolateHistory } from '@codemirror/commands'
import { Compartment, Transaction } from '@codemirror/state'
import { EditorView, type ViewUpdate } from '@codemirror/view'
import * as api from '../api'
import { sentenceOf } from '../api'
import { notices } from '../elements/notices.svelte'
import { Pen } from '../editing/pen.svelte'
import { browserPorts, openLive } from '../live'
import type { Restoration } from '../history/restorations'
import type { KeptText, LiveSession, Preview, Standing, Status } from '../live/types'
import type { Blame } from '../authorship/blame.svelte'
import type { Account, Block, Draft, Edition, Member, Role } from '../wire'
import { accessOf } from './access'
import { caretsField, setCarets } from './carets'
import { openEditor } from './editor'
import { Hues } from './hues'
import { hold } from './places'
import { layout } from './layout.svelte'
import { newsOf } from './news'
import { outlineOf, type Heading } from './outline'
import { Others } from './others.svelte'
import { setStarts, startsField } from './starts'
import { steadily } from './steady'
import type { Sync } from './sync'

/** The state of one open post: what the live session and the editor tell, in one place. */
export class Desk {
  status: Status = $state.raw({ kind: 'reconnecting', kept: 0, stored: true })
  title = $state('')
  path = $state('')
  /** Null until the page has come. */
  blocks: readonly Block[] | null = $state.raw(null)
  editions: readonly Edition[] = $state.raw([])
  people: readonly Member[] = $state.raw([])
  withdrawn = $state(false)
  /** Whether readers may watch how the post was written. */
  historyOpen = $state(false)
  /** When the next edition comes by itself. */
  scheduled: string | null = $state(null)
  /** Whether this person leaves the post, or deletes it, and need not be told that it is closed. */
  leaving = $state(false)
  kept: readonly KeptText[] = $state.raw([])
  saved = $state(0)
  /** The position where this author writes. */
  caret = $state(0)
  outline: readonly Heading[] = $state.raw([])
  uploads = $state(0)
  /** Whether the newest revision is being given a name. */
  naming = $state(false)

  readonly post: string
  readonly pen = new Pen(
    (files) => void this.#addImages(files),
    () => this.nameRevision(),
  )
  readonly others: Others
  readonly hues: Hues
  /** There once someone has asked who wrote what. */
  blame: Blame | undefined
  /** There while the screen is. */
  sync: Sync | undefined
  readonly #me: Account
  readonly #access = new Compartment()
  readonly #live: LiveSession
  #view: EditorView | undefined
  #reading: ReturnType<typeof setTimeout> | undefined
  /** Brought back by this editor, and not yet told of. */
  #restoring: Restoration | null = null

  constructor(
    readonly draft: Draft,
    me: Account,
    private readonly restoration: Restoration | null = null,
  ) {
    this.post = draft.post
    this.title = draft.title
    this.path = draft.path
    this.editions = draft.editions
    this.people = draft.people
    this.withdrawn = draft.withdrawn
    this.historyOpen = draft.historyOpen
    this.scheduled = draft.scheduled
    this.saved = draft.revision
    this.#me = me
    this.hues = new Hues(draft.authors.map(({ id }) => id))
    this.others = new Others(me, this.hues, {
      caretOf: (connection) => this.#view?.state.field(caretsField).find((caret) => caret.connection === connection),
      draw: () => this.#view?.dispatch({ effects: setCarets.of(this.others.carets) }),
      show: (position) => this.#show(position),
      connected: () => !this.isAway,
    })
    this.#live = this.#openLive()
  }

  get role(): Role {
    return this.people.find(({ id }) => id === this.#me.id)?.role ?? 'reviewer'
  }

  get mayWrite() {
    return this.role !== 'reviewer'
  }

  get isCutOff() {
    return ['offline', 'reconnecting', 'signed-out'].includes(this.status.kind)
  }

  get isAway() {
    return this.isCutOff || this.status.kind === 'waiting'
  }

  open(parent: HTMLElement): () => void {
    const takeImages = (images: readonly File[], at: number) => void this.#addImages(images, at)
    const updated = (update: ViewUpdate) => this.#updated(update)
    const { source } = this.draft
    const hand = [this.#access.of(accessOf(this.mayWrite)), this.pen.extension]
    const view = openEditor({ parent, source, live: this.#live.extension, takeImages, hand, updated })
    this.#view = view
    void this.pen.take(view)
    this.#read(view)
    this.#live.attach({ state: () => view.state, dispatch: (spec) => steadily(view, spec, this.place()) })
    this.#restore(view)
    return () => {
      this.pen.put()
      this.blame?.close()
      clearTimeout(this.#reading)
      this.others.close()
      this.#live.close()
      view.destroy()
    }
  }

  /** Who may only look gives no names. */
  nameRevision() {
    if (!this.mayWrite) return
    if (this.isAway) notices.refuse('A name can be given once the server answers again. What you write is kept.')
    else this.naming = true
  }

  unsaved = () => this.#live.unsaved()

  retryNow = () => this.#live.retryNow()

  /** The text that could not be merged was copied or kept elsewhere, or its author does not want it. */
  async forget(client: string) {
    await this.#live.forget(client)
    this.kept = this.kept.filter((text) => text.client !== client)
  }

  get client() {
    return this.#live.client
  }

  get editor() {
    return this.#view
  }

  goToHeading(index: number) {
    const heading = this.#view && outlineOf(this.#view.state).headings[index]
    if (heading) this.goTo(heading.from)
  }

  /** Takes this author to the source of a block of the page, so many pixels below the edge: beside the block. */
  goToBlock(index: number, below: number) {
    this.goTo(this.#view?.state.field(startsField)[index] ?? 0, below)
  }

  /** The position of the source that matters to this author: their own, or that of whom they follow. */
  place = (): number => {
    const { followed } = this.others
    return (followed === null ? null : this.others.placeOf(followed)) ?? this.caret
  }

  /** Takes this author to a position of the source. */
  goTo(position: number, below = 72) {
    const anchor = Math.min(position, this.#view?.state.doc.length ?? 0)
    this.#reveal()
    const effects = EditorView.scrollIntoView(anchor, { y: 'start', yMargin: below })
    this.#view?.dispatch({ selection: { anchor }, effects, userEvent: 'select' })
    this.#view?.focus()
  }

  /** After the room for the text has changed: whoever types sees where. */
  keepInSight() {
    const view = this.#view
    if (view?.hasFocus) view.dispatch({ effects: EditorView.scrollIntoView(this.caret, { yMargin: 32 }) })
  }

  #reveal() {
    if (layout.shown === 'preview') layout.show('both')
    this.sync?.lead('source')
  }

  async #addImages(files: readonly File[], at = this.#view?.state.selection.main.head ?? 0) {
    const view = this.#view
    if (!view || !this.mayWrite) return
    const place = hold(view, at)
    const { Additions } = await import('../images/additions.svelte')
    this.pen.openImages(new Additions(this.post, place, () => this.uploads++, files))
  }

  #openLive(): LiveSession {
    const { post, revision } = this.draft
    return openLive({
      post,
      revision,
      person: this.#me.id,
      ports: browserPorts(),
      onStatus: (status) => this.#tell(status),
      onPresence: (present) => this.others.meet(present),
      onPreview: (preview) => this.#rendered(preview),
      onEdition: (edition) => this.#published(edition),
      onStanding: (standing) => this.#stands(standing),
      onOwn: (revision) => void this.#tellRestored(revision),
      onKept: (texts) => (this.kept = texts),
    })
  }

  /** One edit as any other: it is merged with what others write, and one undo takes it back. */
  #restore(view: EditorView) {
    if (!this.restoration || !this.mayWrite) return
    const { changes } = this.restoration
    this.#restoring = this.restoration
    let first = 0
    changes.iterChangedRanges((_fromA, _toA, from) => (first ||= from))
    view.dispatch({
      changes,
      selection: { anchor: first },
      effects: EditorView.scrollIntoView(first, { y: 'center' }),
      annotations: isolateHistory.of('full'),
      userEvent: 'restore',
    })
    view.focus()
  }

  async #tellRestored(as: number) {
    const restored = this.#restoring
    this.#restoring = null
    if (!restored) return
    const { revision, whole } = restored
    notices.tell(`${whole ? 'Revision' : 'A part of revision'} ${revision} is back. Undo takes it away again.`)
    await api.restored(this.post, revision, as, whole).catch((problem) => notices.refuse(sentenceOf(problem)))
  }

  #tell(status: Status) {
    this.status = status
    if (status.kind !== 'saved' && status.kind !== 'synced') return
    this.saved = Math.max(this.saved, status.revision)
    api.has(this.post, this.saved)
  }

  #rendered({ title, blocks, starts }: Preview) {
    this.title = title
    this.blocks = blocks
    this.#startAt(starts)
  }

  #startAt(starts: readonly number[]) {
    this.#view?.dispatch({ effects: setStarts.of(starts) })
  }

  /** As far as it is out of sight, so that the text stands still while one follows. */
  #show(position: number) {
    const view = this.#view
    if (!view) return
    this.#reveal()
    const yMargin = view.scrollDOM.clientHeight / 4
    view.dispatch({ effects: EditorView.scrollIntoView(position, { y: 'nearest', yMargin }) })
  }

  #published({ edition, revision, path, by }: { edition: number; revision: number; path: string; by: string }) {
    this.path = path
    this.withdrawn = false
    this.scheduled = null
    if (this.editions.some((known) => known.edition === edition)) return
    this.editions = [...this.editions, { edition, revision, at: new Date().toISOString() }]
    if (by !== this.#me.id) notices.tell(`Edition ${edition} was published.`)
  }

  #stands(standing: Standing) {
    const wrote = this.mayWrite
    const before = this.people
    this.path = standing.path
    this.withdrawn = standing.withdrawn
    this.historyOpen = standing.historyOpen
    this.scheduled = standing.scheduled
    this.people = standing.people
    if (this.mayWrite !== wrote) this.#view?.dispatch({ effects: this.#access.reconfigure(accessOf(this.mayWrite)) })
    const news = newsOf(standing, this.#me.id, before)
    if (news) notices.tell(news)
  }

  #updated({ docChanged, focusChanged, geometryChanged, transactions, state, view }: ViewUpdate) {
    if (docChanged) {
      this.#live.changed()
      this.#readSoon()
    }
    this.caret = state.selection.main.head
    if (docChanged || geometryChanged) this.sync?.changed('source')
    else this.sync?.moved()
    // Where others' edits move the selection, the live session moves it too.
    const own = transactions.some((one) => (one.docChanged || one.selection) && !one.annotation(Transaction.remote))
    if (!own && !focusChanged) return
    const { anchor, head } = state.selection.main
    if (own) this.others.letGo()
    if (view.hasFocus) this.#live.here(anchor, head)
    else this.#live.here(null, null)
  }

  /** What is read from the whole text may be a moment old. */
  #readSoon() {
    this.#reading ??= setTimeout(() => {
      this.#reading = undefined
      if (this.#view) this.#read(this.#view)
    }, 400)
  }

  #read({ state }: EditorView) {
    const { headings, complete } = outlineOf(state)
    this.outline = headings
    if (!complete) this.#readSoon()
  }
}
