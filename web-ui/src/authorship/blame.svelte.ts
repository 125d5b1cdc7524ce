import { Compartment, StateEffect } from '@codemirror/state'
import * as api from '../api'
import { sentenceOf } from '../api'
import { addresses, router } from '../router.svelte'
import type { Authorship } from '../wire'
import type { Desk } from '../writing/desk.svelte'
import { authorColours, colour, wroteAt, type Wrote } from './colours'

const pause = 1_200

/** Who wrote the text that is open: asked anew once an edit is saved, and coloured where that is wanted. */
export class Blame {
  authorship: Authorship | null = $state.raw(null)
  failure = $state('')
  coloured = $state(false)
  /** Counts what the editor was told, for whoever reads it from there. */
  drawn = $state(0)

  readonly #place = new Compartment()
  #asking: ReturnType<typeof setTimeout> | undefined
  #stop: () => void

  constructor(readonly desk: Desk) {
    desk.editor?.dispatch({ effects: StateEffect.appendConfig.of(this.#place.of([])) })
    this.#stop = $effect.root(() => {
      $effect(() => {
        void [desk.saved, desk.status.kind === 'saving']
        this.#askSoon(this.authorship ? pause : 0)
      })
    })
  }

  close() {
    this.#stop()
    clearTimeout(this.#asking)
  }

  hueOf = (author: string) => this.desk.hues.of(author)

  toggle() {
    this.coloured = !this.coloured
    const open = (revision: number) => router.go(addresses.revision(this.desk.post, revision))
    const effects = this.#place.reconfigure(this.coloured ? authorColours(open) : [])
    this.desk.editor?.dispatch({ effects })
    this.#draw()
  }

  /** Who wrote the line that the caret is in. */
  get here(): Wrote | undefined {
    void this.drawn
    const { editor, caret } = this.desk
    return editor && wroteAt(editor.state, caret)
  }

  #askSoon(wait: number) {
    clearTimeout(this.#asking)
    this.#asking = setTimeout(() => void this.ask(), wait)
  }

  async ask() {
    const { post, saved } = this.desk
    try {
      this.authorship = await api.onceThere(() => api.authorship(post, saved))
      this.failure = ''
      this.#draw()
    } catch (problem) {
      this.failure = sentenceOf(problem)
    }
  }

  /** The colours fit the very text that they tell of; where it has gone on, the next answer comes soon. */
  #draw() {
    const { editor, saved, status, hues } = this.desk
    if (!editor || !this.authorship || !this.coloured) return
    const settled = status.kind === 'saved' || status.kind === 'synced'
    if (!settled) return
    if (saved !== this.authorship.revision) return this.#askSoon(pause)
    editor.dispatch({ effects: colour(editor.state.doc, this.authorship, hues) })
    this.drawn++
  }
}
