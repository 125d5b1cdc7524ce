import * as api from '../api'
import { sentenceOf } from '../api'
import type { ShortcodePreview, SiteShortcode } from '../wire'
import { exampleCall, isName } from './example'

const pause = 250

/** The site's shortcodes, and the one that is being written. */
export class Workshop {
  all: SiteShortcode[] | null = $state.raw(null)
  failure = $state('')
  /** What was opened, null where it is new; nothing is open where {@link isOpen} says so. */
  opened: SiteShortcode | null = $state.raw(null)
  isOpen = $state(false)
  name = $state('')
  template = $state('')
  preview: ShortcodePreview | null = $state.raw(null)
  busy = $state(false)
  #call: string | null = $state(null)
  #before = $state('')
  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly isChanged = $derived(this.isOpen && (this.template !== this.#before || (!this.opened && this.name !== '')))
  readonly isNamed = $derived(isName(this.name))
  readonly isTaken = $derived(
    !this.opened && (this.all ?? []).some(({ name, path }) => name === this.name && isOwn(path)),
  )
  /** Written by a person, or made of what the template asks for. */
  readonly call = $derived(this.#call ?? exampleCall(this.name, this.template))

  read = async () => {
    try {
      this.all = (await api.siteShortcodes()).shortcodes
      this.failure = ''
    } catch (problem) {
      this.failure = sentenceOf(problem)
    }
  }

  begin(name = '', template = '') {
    this.#open(null, name, template)
    this.#before = ''
  }

  async open(one: SiteShortcode) {
    try {
      const { template } = await api.siteShortcode(one.name)
      this.#open(one, one.name, template)
    } catch (problem) {
      this.failure = sentenceOf(problem)
    }
  }

  #open(one: SiteShortcode | null, name: string, template: string) {
    this.opened = one
    this.name = name
    this.template = template
    this.#before = template
    this.#call = null
    this.preview = null
    this.isOpen = true
    this.look()
  }

  close() {
    this.isOpen = false
    this.opened = null
    clearTimeout(this.#timer)
  }

  callAs(call: string) {
    this.#call = call
    this.look()
  }

  /** Tries the template as it is, when a person pauses. */
  look() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#try(), pause)
  }

  async #try() {
    const asked = ++this.#asked
    const tried = await api.tryShortcode(this.name || 'name', this.call, this.template).catch(() => null)
    if (tried && asked === this.#asked && this.isOpen) this.preview = tried
  }

  /** Throws the refusal. */
  async save() {
    await api.keepShortcode(this.name, this.template)
    const saved = this.template
    await this.#readUntil((all) => all.some(({ name, path }) => name === this.name && isOwn(path)))
    this.opened = (this.all ?? []).find(({ name, path }) => name === this.name && isOwn(path)) ?? null
    this.#before = saved
  }

  async remove(one: SiteShortcode) {
    await api.removeShortcode(one.name)
    await this.#readUntil((all) => !all.some(({ path }) => path === one.path))
    this.close()
  }

  /** Views follow the log a moment later. */
  async #readUntil(isThere: (all: readonly SiteShortcode[]) => boolean, patience = 5000) {
    const until = Date.now() + patience
    for (;;) {
      await this.read()
      if (isThere(this.all ?? []) || Date.now() > until) return
      await new Promise((again) => setTimeout(again, 150))
    }
  }
}

/** Not a theme's. */
export const isOwn = (path: string) => path.startsWith('layouts/')
