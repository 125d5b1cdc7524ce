import { Compartment, Transaction, type Extension } from '@codemirror/state'
import { EditorView, showPanel, type Command, type ViewUpdate } from '@codemirror/view'
import { mount, tick, unmount } from 'svelte'
import * as api from '../api'
import { readingOf, readingOfPart, type Reading } from '../writing/words'
import { callAt, insertCall, recall, type Call, type Values } from './calls'
import { calm, isCalm, setCalm } from './calm'
import { deedsOf, type DeedName } from './deeds'
import { inFrontMatter } from './edit'
import { finding } from './finding'
import { keysOf } from './keys'
import { languageField } from './language'
import { addressesByPaste } from './links'
import type { Additions } from '../images/additions.svelte'
import { define, type Shortcode } from './shortcodes'
import Toolbar from './Toolbar.svelte'

export type Dialog =
  | { kind: 'keys' }
  | { kind: 'shortcode'; shortcode: Shortcode; call: Call | null }
  | { kind: 'images'; additions: Additions }

/** How the text under the caret is. */
interface Standing {
  pressed: ReadonlySet<string>
  inBody: boolean
  call: string | null
}

/** What an author has at hand to write with, and what it shows of the text. */
export class Pen {
  standing: Standing = $state.raw({ pressed: new Set(), inBody: true, call: null })
  dialog: Dialog | null = $state.raw(null)
  calm = $state(false)
  reading: Reading = $state.raw({ words: 0, minutes: 0 })
  /** What is selected, if anything. */
  selected: Reading | null = $state.raw(null)

  readonly deeds = deedsOf({
    insert: (view) => this.#insert(view),
    editCall: (view) => this.#editCall(view),
    focusMode: (view) => this.#turn(view, !this.calm),
    leaveFocusMode: (view) => this.calm && this.#turn(view, false),
    toolbar: (view) => this.#goToToolbar(view),
    name: () => {
      this.nameRevision()
      return true
    },
    keys: () => this.#open({ kind: 'keys' }),
  })

  readonly #menu = new Compartment()
  #view: EditorView | undefined
  #looking: number | undefined
  #counting: ReturnType<typeof setTimeout> | undefined
  #changed = true

  constructor(
    readonly addImages: (files: readonly File[]) => void,
    private readonly nameRevision: () => void,
  ) {}

  get extension(): Extension {
    return [
      keysOf(Object.values(this.deeds)),
      languageField,
      addressesByPaste,
      finding(),
      calm(),
      this.#menu.of([]),
      showPanel.of((view) => this.#toolbar(view)),
      EditorView.contentAttributes.of({ 'aria-describedby': 'ways-out', 'aria-keyshortcuts': 'Control+/' }),
      EditorView.updateListener.of((update) => this.#updated(update)),
    ]
  }

  /** Once the editor is there; what is not needed to begin with is loaded now. */
  async take(view: EditorView) {
    this.#view = view
    this.#count()
    this.#look()
    void this.#learn()
    const { slashMenu } = await import('./slash')
    if (this.#view === view) view.dispatch({ effects: this.#menu.reconfigure(slashMenu(this)) })
  }

  /** Without the blog's own shortcodes Hugo's are there all the same. */
  async #learn() {
    await api
      .shortcodes()
      .then(({ shortcodes }) => define(shortcodes))
      .catch(() => undefined)
  }

  put() {
    clearTimeout(this.#counting)
    if (this.#looking) cancelAnimationFrame(this.#looking)
    if (this.#view) this.#turn(this.#view, false)
    this.#view = undefined
  }

  does(name: DeedName) {
    const view = this.#view
    if (!view) return
    this.deeds[name].run(view)
    if (name !== 'find' && name !== 'keys' && name !== 'editCall') view.focus()
  }

  openShortcode(shortcode: Shortcode, call: Call | null = null) {
    this.#open({ kind: 'shortcode', shortcode, call })
  }

  /** Of a shortcode that others changed while it was edited here, their values stay where the author left them alone. */
  write({ shortcode, call }: { shortcode: Shortcode; call: Call | null }, values: Values) {
    const now = call && this.#view ? callAt(this.#view.state) : null
    const own = [...values].filter(([name, value]) => value !== (call?.values.get(name) ?? ''))
    const command =
      now?.shortcode === shortcode ? recall(now, new Map([...now.values, ...own])) : insertCall(shortcode, values)
    if (this.#view) command(this.#view)
    void this.close()
  }

  /** Nothing behind an open dialog takes the focus. */
  async close() {
    this.dialog = null
    await tick()
    this.#view?.focus()
  }

  openImages(additions: Additions) {
    this.#open({ kind: 'images', additions })
  }

  #open(dialog: Dialog): true {
    this.dialog = dialog
    return true
  }

  #insert(view: EditorView): boolean {
    void import('./slash').then(({ openMenu }) => openMenu(view))
    return true
  }

  #editCall({ state }: EditorView): boolean {
    const call = callAt(state)
    if (call) this.openShortcode(call.shortcode, call)
    return call !== null
  }

  #goToToolbar: Command = ({ dom }) => {
    dom.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]')?.focus()
    return true
  }

  #turn(view: EditorView, on: boolean): boolean {
    if (isCalm(view.state) === on) return false
    setCalm(view, on)
    this.calm = on
    return true
  }

  #toolbar(view: EditorView) {
    const dom = document.createElement('div')
    dom.className = 'cm-toolbar'
    const toolbar = mount(Toolbar, { target: dom, props: { pen: this, leave: () => view.focus() } })
    return { dom, top: true, destroy: () => void unmount(toolbar) }
  }

  #updated({ docChanged, selectionSet, transactions }: ViewUpdate) {
    if (!docChanged && !selectionSet) return
    this.#changed ||= docChanged
    const typed = transactions.some((one) => one.isUserEvent('input.type') && !one.annotation(Transaction.remote))
    this.#looking ??= requestAnimationFrame(() => this.#look())
    this.#counting ??= setTimeout(() => this.#count(), typed ? 600 : 200)
  }

  #look() {
    this.#looking = undefined
    const state = this.#view?.state
    if (!state) return
    const inBody = !inFrontMatter(state)
    const deeds = Object.entries(this.deeds) as [DeedName, { pressed?: (now: typeof state) => boolean }][]
    const pressed = new Set<string>(
      inBody ? deeds.flatMap(([name, deed]) => (deed.pressed?.(state) ? [name] : [])) : [],
    )
    this.standing = { pressed, inBody, call: callAt(state)?.shortcode.label ?? null }
  }

  #count() {
    this.#counting = undefined
    const state = this.#view?.state
    if (!state) return
    if (this.#changed) this.reading = readingOf(state.doc.toString())
    this.#changed = false
    const { main } = state.selection
    this.selected = main.empty || inFrontMatter(state) ? null : readingOfPart(state.sliceDoc(main.from, main.to))
  }
}
