import type { EditorView } from '@codemirror/view'
import { across, ascending, beside, type Sight } from './alignment'
import { startsField } from './starts'

type Pane = 'source' | 'page'

/** The blocks of the page that are drawn, and their heights as `across` takes them. */
interface Drawn {
  indices: readonly number[]
  heights: readonly number[]
}

/**
 * Keeps source and page side by side, block by block. The pane that was touched last leads and stands still; the other
 * one follows, so that the place where one writes stands beside its rendering.
 */
export class Sync {
  #leader: Pane = 'source'
  /** What was measured, until it changes. */
  #page: Drawn | null = null
  #source: readonly number[] | null = null
  #frame = 0
  /** Blocks of the page in sight and where they stood, while the page leads. */
  #held: [Element, number][] = []
  readonly #ending = new AbortController()
  readonly #resized = new ResizeObserver(() => this.#measured())

  constructor(
    private readonly view: EditorView,
    private readonly page: HTMLElement,
    /** The position of the source that matters: where this author writes, or whom they follow. */
    private readonly place: () => number,
  ) {
    this.#led(view.scrollDOM, 'source')
    this.#led(page, 'page')
    for (const element of [page.firstElementChild!, page, view.scrollDOM]) this.#resized.observe(element)
  }

  close() {
    this.#ending.abort()
    this.#resized.disconnect()
    cancelAnimationFrame(this.#frame)
  }

  lead(pane: Pane) {
    this.#leader = pane
    this.moved()
  }

  /** What stands where has changed in the source; in the page too, unless it is said that it has not. */
  changed(pane?: 'source') {
    this.#source = null
    if (!pane) this.#page = null
    this.moved()
  }

  moved() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#align()
    })
  }

  #led(element: HTMLElement, pane: Pane) {
    const { signal } = this.#ending
    const touched = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin']
    for (const event of touched)
      element.addEventListener(event, () => (this.#leader = pane), { signal, passive: true, capture: true })
    element.addEventListener('scroll', () => this.#scrolled(pane), { signal, passive: true })
  }

  /** The one that follows may still be moving from when it led: it is called back. */
  #scrolled(pane: Pane) {
    if (this.#leader === pane) this.#held = []
    this.moved()
  }

  /** Before this frame is painted, so that nobody sees the page jump. */
  #measured() {
    this.#source = this.#page = null
    this.#align()
  }

  #align() {
    if (this.page.clientHeight === 0) return
    // Asking for coordinates makes the editor finish what it has to measure and to scroll.
    const place = this.#heightOf(this.place())
    if (this.#leader === 'page') this.#hold()
    if (this.view.scrollDOM.clientHeight === 0) return
    this.#page ??= this.#measurePage()
    const page = this.#page.heights
    const source = (this.#source ??= this.#measureSource(this.#page))
    // The toolbar above the source lets it begin further down.
    const lower = topOf(this.view.scrollDOM) - topOf(this.page)
    if (this.#leader === 'source') scroll(this.page, beside(source, page, place, sightOf(this.view.scrollDOM)) - lower)
    else scroll(this.view.scrollDOM, beside(page, source, across(source, page, place), sightOf(this.page)) + lower)
  }

  /** What is read stays where it is, whatever has become of the page above it. */
  #hold() {
    const kept = this.#held.find(([block]) => block.isConnected)
    if (kept) scroll(this.page, this.page.scrollTop + topOf(kept[0]) - kept[1])
    const { top, bottom } = this.page.getBoundingClientRect()
    this.#held = this.#blocks()
      .map((block): [Element, number] => [block, topOf(block)])
      .filter(([block, at]) => at < bottom && block.getBoundingClientRect().bottom > top)
  }

  #measurePage(): Drawn {
    const { page } = this
    const offset = page.scrollTop - topOf(page)
    const blocks = [...page.querySelectorAll('.block')].flatMap(({ firstElementChild: first }, index) =>
      first ? [{ index, top: topOf(first) + offset, bottom: first.getBoundingClientRect().bottom + offset }] : [],
    )
    const end = blocks.at(-1)?.bottom ?? 0
    return {
      indices: blocks.map(({ index }) => index),
      heights: ascending([0, ...blocks.map(({ top }) => top), end, page.scrollHeight]),
    }
  }

  #measureSource({ indices }: Drawn): readonly number[] {
    const starts = this.view.state.field(startsField)
    const tops = indices.map((index) => this.#lineHeight(starts[index] ?? this.view.state.doc.length))
    return ascending([0, ...tops, this.#end(), this.#whole()])
  }

  #blocks = () => [...this.page.querySelectorAll('.block > :first-child')]

  #heightOf(position: number): number {
    const { scrollDOM } = this.view
    const at = this.view.coordsAtPos(position)
    return at ? at.top - topOf(scrollDOM) + scrollDOM.scrollTop : this.#lineHeight(position)
  }

  #lineHeight = (position: number) => this.view.lineBlockAt(position).top + this.view.documentPadding.top

  #whole = () => this.view.scrollDOM.scrollHeight

  #end = () => this.#whole() - this.view.documentPadding.bottom
}

const topOf = (element: Element) => element.getBoundingClientRect().top

const sightOf = ({ scrollTop, clientHeight }: HTMLElement): Sight => ({ scrolled: scrollTop, height: clientHeight })

/** Less than a pixel is no reason to move. */
function scroll(element: HTMLElement, to: number) {
  if (Math.abs(element.scrollTop - to) >= 1) element.scrollTop = to
}
