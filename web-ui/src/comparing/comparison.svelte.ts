import * as api from '../api'
import { sentenceOf } from '../api'
import { addresses, router } from '../router.svelte'
import type { ComparedPages, ComparedSources, History } from '../wire'
import { pairOf, revisionOf, type Side } from './sides'

export type Of = 'source' | 'page'
export type Form = 'inline' | 'sides'

const remembered = (what: string, usual: string) => localStorage.getItem(`lookback.compare.${what}`) ?? usual

/** Which two are compared, and what is different between them. */
export class Comparison {
  a: Side = $state('')
  b: Side = $state('')
  of: Of = $state(remembered('of', 'page') === 'source' ? 'source' : 'page')
  form: Form = $state(remembered('form', 'inline') === 'sides' ? 'sides' : 'inline')
  sources: ComparedSources | null = $state.raw(null)
  pages: ComparedPages | null = $state.raw(null)
  failure = $state('')

  constructor(
    readonly post: string,
    readonly history: History,
    [a, b]: [Side, Side],
  ) {
    this.choose(a, b)
  }

  get pair() {
    return pairOf(this.a, this.b)
  }

  get waits() {
    return this.failure === '' && (this.of === 'source' ? this.sources : this.pages) === null
  }

  choose(a: Side, b: Side) {
    ;[this.a, this.b] = [a, b]
    this.sources = this.pages = null
    this.failure = ''
    router.rename(addresses.compare(this.post, this.pair))
    void this.load()
  }

  swap() {
    this.choose(this.b, this.a)
  }

  show(of: Of) {
    this.of = of
    localStorage.setItem('lookback.compare.of', of)
    void this.load()
  }

  lay(form: Form) {
    this.form = form
    localStorage.setItem('lookback.compare.form', form)
  }

  /** The source's comparison is small, and says how much has changed. */
  async load() {
    const { pair, post } = this
    const wrong = [this.a, this.b].find((side) => revisionOf(side, this.history) === null)
    if (wrong !== undefined) return this.#refuse(wrong)
    try {
      const [sources, pages] = await Promise.all([
        this.sources ?? api.compareSources(post, pair),
        this.of === 'page' ? (this.pages ?? api.comparePages(post, pair)) : this.pages,
      ])
      if (pair === this.pair) [this.sources, this.pages, this.failure] = [sources, pages, '']
    } catch (problem) {
      if (pair === this.pair) this.failure = sentenceOf(problem)
    }
  }

  #refuse(side: Side) {
    const { newest, editions } = this.history
    this.failure = side.startsWith('edition-')
      ? `There is no edition ${side.slice(8)}: the post has ${editions.length}.`
      : `There is no revision ${side}: the newest is ${newest}.`
  }
}
