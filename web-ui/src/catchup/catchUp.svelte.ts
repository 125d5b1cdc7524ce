import * as api from '../api'
import { namesOf } from '../library/standing'
import type { Since } from '../wire'
import type { Desk } from '../writing/desk.svelte'

/** Who has looked this long at a post has seen it. */
const seenAfter = 30_000
const again = 60_000

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const week = 6 * 24 * 3_600_000

/** "Tuesday", or "4 May" where that is longer ago than the days of a week. */
export function dayOf(at: string, now: number): string {
  const date = new Date(at)
  if (date.toDateString() === new Date(now).toDateString()) return 'you were last here today'
  return now - date.getTime() < week ? weekday.format(date) : day.format(date)
}

/** What others changed since this person's last visit, and that they have seen it. */
export class CatchUp {
  since: Since | null = $state.raw(null)
  /** Whether the offer was answered. */
  #answered = false
  #opened = Date.now()
  #noted = -1
  readonly #closing = new AbortController()

  constructor(private readonly desk: Desk) {
    const noting = setInterval(() => document.visibilityState === 'visible' && void this.note(), again)
    this.#closing.signal.addEventListener('abort', () => clearInterval(noting))
    const hidden = () => document.visibilityState === 'hidden' && void this.note()
    document.addEventListener('visibilitychange', hidden, { signal: this.#closing.signal })
  }

  close() {
    this.#closing.abort()
    void this.note()
  }

  /** All changes, in a sentence; empty where there is nothing to catch up with. */
  get offer(): string {
    if (!this.since || this.since.changes.length === 0 || this.since.at === null) return ''
    const { changes, earlier, at } = this.since
    const people = new Map(changes.flatMap((change) => change.people.map((person) => [person.id, person])))
    const times = changes.length + earlier
    const when = dayOf(at, Date.now())
    return `${namesOf([...people.values()])} changed this ${times === 1 ? 'once' : `${times} times`} since ${when}.`
  }

  /** They know what has changed, or do not want to. */
  answer() {
    this.#answered = true
    this.since = null
    void this.note()
  }

  /** A visit counts once the offer was answered or the post was in sight for a while. */
  async note() {
    const { saved, post } = this.desk
    const seen = this.#answered || Date.now() - this.#opened > seenAfter
    if (!seen || saved === this.#noted) return
    this.#noted = saved
    await api.visited(post, saved).catch(() => (this.#noted = -1))
  }

  /** Once it is known how far the post has come. That nothing could be learnt of it disturbs nobody. */
  async ask() {
    const since = await api.since(this.desk.post).catch(() => null)
    this.since = since
    if (since?.changes.length === 0) {
      this.#answered = true
      await this.note()
    }
  }
}
