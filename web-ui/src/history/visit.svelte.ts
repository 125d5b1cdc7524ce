import * as api from '../api'
import { sentenceOf } from '../api'
import { addresses, router } from '../router.svelte'
import type { Block, Person, Timeline } from '../wire'
import type { Moment } from './bucket'
import { advance, type Progress, type Speed } from './pace'
import { Replay } from './replay'
import { Sheets } from './sheets'
import type { Amounts } from './strip'

/** Milliseconds until a hand that moves no more is said to rest, and between two pages while one plays. */
const RESTS = 120
const PAGES_APART = 700
/** Of one frame, so much may go into making revisions ready. */
const FRAME = 6
/** Where the hand flies over more than so many revisions between two frames, the nearest that is ready will do. */
const FLIGHT = 500
const LONGEST_FRAME = 100
/** Who wants no motion sees a play in steps, so many milliseconds apart. */
const STEP = 1_000

const still = matchMedia('(prefers-reduced-motion: reduce)')

/** A label as it stands now; its name is null where that was removed. */
export interface Named {
  label: number
  revision: number
  name: string | null
}

/** A part of the source that is shown. */
export interface Selected {
  from: number
  to: number
}

/** Where in a post's history someone looks, and what is shown there. */
export class Visit {
  revision = $state(0)
  history: Timeline
  amounts: Amounts
  moment: Moment | null = $state.raw(null)
  page: readonly Block[] = $state.raw([])
  playing = $state(false)
  speed: Speed = $state(1)
  failure = $state('')
  /** Known a moment after the screen has opened. */
  mayWrite = $state(false)
  selected: Selected | null = $state.raw(null)

  readonly #replay: Replay
  readonly #sheets: Sheets
  #frame: number | undefined
  #shown = 0
  #passed = 0
  #saved = 0
  #progress: Progress = { revision: 0, left: 0 }
  #renaming: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly post: string,
    history: Timeline,
    asked: number | null,
  ) {
    this.history = $state.raw(history)
    this.amounts = $state.raw(history.activity)
    const server = {
      range: (from: number, to: number) => api.range(post, from, to),
      source: (n: number) => api.sourceAt(post, n),
    }
    this.#replay = new Replay(history.newest, server, {
      arrived: () => this.#arrived(),
      failed: (problem) => this.#fail(problem),
    })
    this.#sheets = new Sheets(
      (n) => (n === 0 ? Promise.resolve([]) : api.revision(post, n).then(({ preview }) => preview)),
      (page) => (this.page = page),
      (problem) => this.#fail(problem),
    )
    this.revision = asked ?? history.newest
    void this.#open()
  }

  /** To any revision: where it is not there yet, the nearest that is stands for it. */
  go(revision: number) {
    this.revision = Math.max(0, Math.min(revision, this.history.newest))
    this.selected = null
    this.#sheets.show(this.revision, this.playing ? PAGES_APART : RESTS, !this.playing)
    this.#look()
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
  }

  close() {
    this.stop()
    this.#sheets.close()
    clearTimeout(this.#renaming)
    if (this.#frame) cancelAnimationFrame(this.#frame)
  }

  nameOf(author: string): string {
    return this.history.people.find(({ id }) => id === author)?.name ?? 'Someone'
  }

  /** What is shown first is asked for first. */
  async #open() {
    await this.#replay.open(this.revision)
    this.#sheets.show(this.revision, 0)
    this.#look()
  }

  /** What was answered just now, the views tell a moment later. */
  named({ label, revision, name }: Named, by: Person) {
    const { labels, people } = this.history
    const known = labels.find((one) => one.label === label)
    const others = labels.filter((one) => one.label !== label)
    const now =
      name === null ? [] : [{ ...(known ?? { at: new Date().toISOString(), by: by.id }), label, revision, name }]
    const everyone = people.some(({ id }) => id === by.id) ? people : [...people, { id: by.id, name: by.name }]
    this.history = { ...this.history, labels: [...others, ...now], people: everyone }
  }

  #look() {
    this.#replay.want(this.revision, this.playing)
    this.#draw()
    clearTimeout(this.#renaming)
    this.#renaming = setTimeout(() => router.rename(addresses.revision(this.post, this.revision)), 250)
  }

  #play() {
    if (this.revision >= this.history.newest) this.go(0)
    this.playing = true
    this.#progress = { revision: this.revision, left: 0 }
    this.#passed = performance.now()
    this.#saved = 0
    this.#look()
  }

  /** At most once a frame, always what was asked for last. */
  #draw() {
    this.#frame ??= requestAnimationFrame((now) => {
      this.#frame = undefined
      try {
        if (this.playing) this.#advance(now)
        this.#show()
      } catch (problem) {
        this.#fail(problem)
      }
      if (this.playing) this.#draw()
    })
  }

  #show() {
    const isFlight = Math.abs(this.revision - this.#shown) > FLIGHT
    this.#shown = this.revision
    const until = performance.now() + (isFlight ? 0 : FRAME)
    const moment = this.#replay.nearest(this.revision, () => performance.now() >= until)
    const isNew = moment && (moment.revision !== this.moment?.revision || (moment.edit && !this.moment?.edit))
    if (isNew) this.moment = moment
    if (moment?.revision === this.revision && moment.edit) this.failure = ''
    else if (this.#replay.has(this.revision)) this.#draw()
  }

  #advance(now: number) {
    const { history, speed } = this
    this.#saved += Math.min(Math.max(0, now - this.#passed), LONGEST_FRAME)
    this.#passed = now
    if (still.matches && this.#saved < STEP) return
    this.#progress = advance(this.#progress, this.#saved, speed, history.newest, (n) => this.#replay.timeOf(n))
    this.#saved = 0
    if (this.#progress.revision !== this.revision) this.go(this.#progress.revision)
    else this.#replay.want(this.revision + 1, true)
    if (this.revision === history.newest) this.stop()
  }

  #arrived() {
    this.failure = ''
    this.amounts = this.#replay.amounts() ?? this.amounts
    this.#draw()
  }

  #fail(problem: unknown) {
    this.failure = sentenceOf(problem)
    this.stop()
  }
}
