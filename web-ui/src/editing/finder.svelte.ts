import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search'
import { EditorView, runScopeHandlers, type ViewUpdate } from '@codemirror/view'

/** More than these are not counted. */
const bound = 1_000

export interface Asked {
  search: string
  replace: string
  caseSensitive: boolean
  wholeWord: boolean
  regexp: boolean
}

/** What is looked for in a text, and how often it is there. */
export class Finder {
  asked: Asked = $state.raw({ search: '', replace: '', caseSensitive: false, wholeWord: false, regexp: false })
  count = $state(0)
  /** Which of them is selected, from 1; 0 where none is. */
  current = $state(0)
  valid = $state(true)

  constructor(private readonly view: EditorView) {
    this.#read()
  }

  ask(change: Partial<Asked>) {
    const query = new SearchQuery({ ...this.asked, ...change, literal: true })
    this.view.dispatch({ effects: setSearchQuery.of(query) })
  }

  next = () => findNext(this.view)
  previous = () => findPrevious(this.view)
  replace = () => replaceNext(this.view)
  replaceAll = () => replaceAll(this.view)

  close = () => {
    closeSearchPanel(this.view)
    this.view.focus()
  }

  /** The keys that work in the editor while something is looked for. */
  pressed = (event: KeyboardEvent) => runScopeHandlers(this.view, event, 'search-panel')

  updated({ docChanged, selectionSet, transactions }: ViewUpdate) {
    const asked = transactions.some(({ effects }) => effects.some((effect) => effect.is(setSearchQuery)))
    if (docChanged || selectionSet || asked) this.#read()
  }

  get told(): string {
    if (this.asked.search === '') return ''
    if (!this.valid) return 'Not a pattern'
    if (this.count === 0) return 'None'
    const all = this.count > bound ? `${bound}+` : String(this.count)
    return this.current ? `${this.current} of ${all}` : all
  }

  #read() {
    const { search, replace, caseSensitive, wholeWord, regexp, ...query } = getSearchQuery(this.view.state)
    this.asked = { search, replace, caseSensitive, wholeWord, regexp }
    this.valid = query.valid
    this.#count()
  }

  #count() {
    this.count = this.current = 0
    const { state } = this.view
    const query = getSearchQuery(state)
    if (!query.valid) return
    const { from, to } = state.selection.main
    const cursor = query.getCursor(state)
    for (let { done, value } = cursor.next(); !done && this.count <= bound; { done, value } = cursor.next()) {
      this.count++
      if (value.from === from && value.to === to) this.current = this.count
    }
  }
}
