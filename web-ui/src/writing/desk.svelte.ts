import { Transaction } from '@codemirror/state'
import { EditorView, type ViewUpdate } from '@codemirror/view'
import * as api from '../api'
import { sentenceOf } from '../api'
import { notices } from '../elements/notices.svelte'
import { browserPorts, openLive } from '../live'
import type { KeptText, LiveSession, Presence, Status } from '../live/types'
import type { Account, Block, Draft, Edition } from '../wire'
import { setCarets } from './carets'
import { openEditor } from './editor'
import { Hues } from './hues'
import { outlineOf, type Heading } from './outline'
import { countWords } from './words'

export interface Here {
  author: string
  name: string
  hue: number
}

/** The state of one open post: what the live session and the editor tell, in one place. */
export class Desk {
  status: Status = $state.raw({ kind: 'reconnecting', kept: 0, stored: true })
  present: readonly Presence[] = $state.raw([])
  title = $state('')
  path = $state('')
  blocks: readonly Block[] = $state.raw([])
  editions: readonly Edition[] = $state.raw([])
  kept: readonly KeptText[] = $state.raw([])
  words = $state(0)
  saved = $state(0)
  /** The line where this author writes. */
  line: number | null = $state(null)
  /** The position where this author writes. */
  caret = $state(0)
  outline: readonly Heading[] = $state.raw([])
  uploads = $state(0)

  readonly post: string
  readonly #me: Account
  readonly #hues: Hues
  readonly #live: LiveSession
  #view: EditorView | undefined
  #reading: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly draft: Draft,
    me: Account,
  ) {
    this.post = draft.post
    this.title = draft.title
    this.path = draft.path
    this.blocks = draft.preview
    this.editions = draft.editions
    this.saved = draft.revision
    this.#me = me
    this.#hues = new Hues(draft.authors.map(({ id }) => id))
    this.#live = this.#openLive()
  }

  get here(): Here[] {
    const others = new Map(this.present.map(({ author, name }) => [author, name]))
    others.delete(this.#me.id)
    return [[this.#me.id, this.#me.name] as const, ...others].map(([author, name]) => ({
      author,
      name,
      hue: this.#hues.of(author),
    }))
  }

  open(parent: HTMLElement): () => void {
    const upload = (image: File) => this.upload(image)
    const updated = (update: ViewUpdate) => this.#updated(update)
    const { source } = this.draft
    const view = openEditor({ parent, source, live: this.#live.extension, upload, updated })
    this.#view = view
    this.#read(view)
    this.#live.attach({ state: () => view.state, dispatch: (spec) => view.dispatch(spec) })
    return () => {
      clearTimeout(this.#reading)
      this.#live.close()
      view.destroy()
    }
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

  /** Takes this author to a position of the source. */
  goTo(position: number) {
    const anchor = Math.min(position, this.#view?.state.doc.length ?? 0)
    const effects = EditorView.scrollIntoView(anchor, { y: 'start', yMargin: 72 })
    this.#view?.dispatch({ selection: { anchor }, effects, userEvent: 'select' })
    this.#view?.focus()
  }

  upload = async (image: File): Promise<string> => {
    try {
      const { path } = await api.uploadImage(this.post, image.name || 'image.png', image)
      this.uploads++
      return path
    } catch (failure) {
      notices.refuse(`${image.name || 'The image'} was not added. ${sentenceOf(failure)}`)
      throw failure
    }
  }

  #openLive(): LiveSession {
    const { post, revision } = this.draft
    return openLive({
      post,
      revision,
      person: this.#me.id,
      ports: browserPorts(),
      onStatus: (status) => this.#tell(status),
      onPresence: (present) => this.#meet(present),
      onPreview: ({ title, blocks }) => {
        this.title = title
        this.blocks = blocks
      },
      onEdition: (edition) => this.#published(edition),
      onKept: (texts) => (this.kept = texts),
    })
  }

  #tell(status: Status) {
    this.status = status
    if (status.kind === 'saved' || status.kind === 'synced') this.saved = Math.max(this.saved, status.revision)
  }

  #meet(present: readonly Presence[]) {
    this.present = present
    this.#view?.dispatch({ effects: setCarets.of(present.flatMap((one) => this.#caretOf(one))) })
  }

  #caretOf({ connection, name, author, anchor, head }: Presence) {
    return anchor === null || head === null ? [] : [{ connection, name, hue: this.#hues.of(author), anchor, head }]
  }

  #published({ edition, revision, path, by }: { edition: number; revision: number; path: string; by: string }) {
    this.path = path
    if (this.editions.some((known) => known.edition === edition)) return
    this.editions = [...this.editions, { edition, revision, at: new Date().toISOString() }]
    if (by !== this.#me.id) notices.tell(`Edition ${edition} was published.`)
  }

  #updated({ docChanged, focusChanged, transactions, state, view }: ViewUpdate) {
    if (docChanged) {
      this.#live.changed()
      this.#readSoon()
    }
    this.caret = state.selection.main.head
    // Where others' edits move the selection, the live session moves it too.
    const own = transactions.some((one) => (one.docChanged || one.selection) && !one.annotation(Transaction.remote))
    if (!own && !focusChanged) return
    const { anchor, head } = state.selection.main
    if (own) this.line = state.doc.lineAt(head).number
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
    this.words = countWords(state.doc.toString())
    if (!complete) this.#readSoon()
  }
}
