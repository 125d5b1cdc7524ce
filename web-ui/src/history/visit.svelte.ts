import * as api from '../api'
import { sentenceOf } from '../api'
import { addresses, router } from '../router.svelte'
import type { Block, History } from '../wire'
import { pause, type Speed } from './pace'
import { Replay, type Moment } from './replay'

const settled = 120
const renderedEvery = 350
const mostPages = 60

/** Where in a post's history someone looks, and what is shown there. */
export class Visit {
  revision = $state(0)
  moment: Moment | null = $state.raw(null)
  page: readonly Block[] = $state.raw([])
  pageOf = $state(-1)
  playing = $state(false)
  speed: Speed = $state(1)
  failure = $state('')

  readonly #replay: Replay
  readonly #pages = new Map<number, readonly Block[]>()
  #renaming: ReturnType<typeof setTimeout> | undefined
  #rendering: ReturnType<typeof setTimeout> | undefined
  #stepping: ReturnType<typeof setTimeout> | undefined
  #rendered = 0

  constructor(
    readonly post: string,
    readonly history: History,
    asked: number | null,
  ) {
    this.#replay = new Replay({
      revision: (n) => api.revision(post, n),
      revisionsAfter: (n) => api.revisionsAfter(post, n),
    })
    this.go(Math.min(asked ?? history.newest, history.newest))
  }

  go(revision: number) {
    const n = Math.max(0, Math.min(revision, this.history.newest))
    this.revision = n
    void this.#show(n)
    this.#renderSoon()
    clearTimeout(this.#renaming)
    this.#renaming = setTimeout(() => router.rename(addresses.revision(this.post, n)), 250)
  }

  jump(revision: number) {
    this.stop()
    this.go(revision)
  }

  toggle() {
    if (this.playing) this.stop()
    else this.#play()
  }

  stop() {
    this.playing = false
    clearTimeout(this.#stepping)
  }

  close() {
    this.stop()
    clearTimeout(this.#renaming)
    clearTimeout(this.#rendering)
  }

  nameOf(author: string): string {
    return this.history.people.find(({ id }) => id === author)?.name ?? 'Someone'
  }

  async #show(n: number) {
    try {
      const moment = await this.#replay.at(n)
      if (this.revision !== n) return
      this.moment = moment
      this.failure = ''
    } catch (problem) {
      if (this.revision === n) this.#fail(problem)
    }
  }

  #play() {
    this.playing = true
    if (this.revision >= this.history.newest) this.go(0)
    this.#stepSoon()
  }

  /** The next revision comes when its time has passed and it is there, so a slow line slows the play down. */
  #stepSoon() {
    const next = this.revision + 1
    if (next > this.history.newest) return this.stop()
    const wait = pause(this.#replay.known(next - 1)?.at, this.#replay.known(next)?.at, this.speed)
    this.#stepping = setTimeout(() => void this.#step(next), wait)
    if (next + 100 <= this.history.newest) void this.#replay.prefetch(next + 100).catch(() => undefined)
  }

  async #step(next: number) {
    await this.#replay.prefetch(next).catch((problem: unknown) => this.#fail(problem))
    if (!this.playing) return
    this.go(next)
    this.#stepSoon()
  }

  /** Rendered pages come from the server: once the hand rests, and now and then while it moves. */
  #renderSoon() {
    const known = this.#pages.get(this.revision)
    if (known) return this.#put(this.revision, known)
    if (this.#rendering !== undefined && Date.now() - this.#rendered > renderedEvery) return
    clearTimeout(this.#rendering)
    this.#rendering = setTimeout(() => void this.#render(this.revision), settled)
  }

  async #render(n: number) {
    this.#rendered = Date.now()
    this.#rendering = undefined
    try {
      const { preview } = n === 0 ? { preview: [] } : await api.revision(this.post, n)
      this.#remember(n, preview)
      if (Math.abs(n - this.revision) <= Math.abs(this.pageOf - this.revision)) this.#put(n, preview)
    } catch (problem) {
      this.#fail(problem)
    }
  }

  #put(n: number, page: readonly Block[]) {
    this.pageOf = n
    this.page = page
  }

  #remember(n: number, page: readonly Block[]) {
    this.#pages.set(n, page)
    const oldest = this.#pages.keys().next().value
    if (this.#pages.size > mostPages && oldest !== undefined) this.#pages.delete(oldest)
  }

  #fail(problem: unknown) {
    this.failure = sentenceOf(problem)
    this.stop()
  }
}
