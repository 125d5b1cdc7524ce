import { imagesOf, sentenceOf } from '../api'
import type { StoredImage } from '../wire'
import { inOneLine, markup, type As } from './markup'
import { send } from './send'
import { smaller } from './smaller'

const LARGEST = 25_000_000

/** Where the text will have the images, and what it has already. */
export interface Place {
  has: (path: string) => boolean
  put: (text: string) => void
  release: () => void
}

export type Step = 'waiting' | 'sending' | 'sent' | 'refused'

/** One image on its way into a post. */
export class Addition {
  alt = $state('')
  caption = $state('')
  decorative = $state(false)
  step: Step = $state('waiting')
  /** From 0 to 1. */
  progress = $state(0)
  refusal = $state('')
  path = $state('')
  /** The text showed it before it was there. */
  awaited = $state(false)
  readonly thumbnail: string

  constructor(
    readonly name: string,
    readonly file: File | null,
    stored?: StoredImage,
  ) {
    this.thumbnail = stored?.path ?? URL.createObjectURL(file!)
    if (!stored) return
    this.path = stored.path
    this.alt = stored.alts[0] ?? ''
    this.step = 'sent'
  }

  get said(): string {
    return this.decorative ? '' : inOneLine(this.alt)
  }

  get isDescribed(): boolean {
    return this.awaited || this.decorative || this.said !== ''
  }

  forget() {
    if (this.file) URL.revokeObjectURL(this.thumbnail)
  }
}

/** Images that one author is adding: they are sent one after another while their author says what they show. */
export class Additions {
  list: Addition[] = $state([])
  as: As = $state(localStorage.getItem('lookback.images.as') === 'markdown' ? 'markdown' : 'figure')
  readonly #ending = new AbortController()
  #sending = false

  constructor(
    readonly post: string,
    private readonly place: Place,
    private readonly arrived: () => void,
    files: readonly File[],
  ) {
    this.add(files)
  }

  get isSent(): boolean {
    return this.list.length > 0 && this.list.every(({ step }) => step === 'sent')
  }

  get undescribed(): Addition | undefined {
    return this.list.find((image) => !image.isDescribed)
  }

  add(files: readonly File[]) {
    this.list.push(...files.map((file) => new Addition(file.name || 'image.png', file)))
    void this.#sendAll()
  }

  take(stored: StoredImage) {
    if (this.list.some(({ path }) => path === stored.path)) return
    this.list.push(new Addition(stored.path.slice(stored.path.lastIndexOf('/') + 1), null, stored))
  }

  leaveOut(image: Addition) {
    image.forget()
    this.list = this.list.filter((one) => one !== image)
  }

  again(image: Addition) {
    image.step = 'waiting'
    void this.#sendAll()
  }

  insert() {
    localStorage.setItem('lookback.images.as', this.as)
    const { list, as } = this
    const new_ = list.filter(({ awaited }) => !awaited)
    const text = new_.map(({ path, said, caption }) => markup({ path, alt: said, caption: inOneLine(caption) }, as))
    if (text.length > 0) this.place.put(text.join('\n\n'))
  }

  close() {
    this.#ending.abort()
    this.list.forEach((image) => image.forget())
    this.place.release()
  }

  async #sendAll() {
    if (this.#sending) return
    this.#sending = true
    for (;;) {
      const next = this.list.find(({ step }) => step === 'waiting')
      if (!next || this.#ending.signal.aborted) break
      await this.#send(next)
    }
    this.#sending = false
  }

  async #send(image: Addition) {
    image.step = 'sending'
    try {
      image.path = await this.#sent(image, image.file!)
      image.step = 'sent'
      this.arrived()
    } catch (failure) {
      image.refusal = sentenceOf(failure)
      image.step = 'refused'
    }
  }

  /** The original first, for it is kept; then what readers get of it. */
  async #sent(image: Addition, file: File): Promise<string> {
    if (file.size > LARGEST) throw new Error(`This image has ${megabytes(file.size)}; at most 25 MB are allowed.`)
    const copy = await smaller(file)
    const total = file.size + (copy?.size ?? 0)
    const tell = (before: number) => (bytes: number) => (image.progress = Math.min(1, (before + bytes) / total))
    const original = await this.#transfer(file, '', tell(0))
    image.awaited = this.place.has(original)
    return copy && !image.awaited ? this.#transfer(copy, original, tell(file.size)) : original
  }

  async #transfer(file: File, original: string, tell: (bytes: number) => void): Promise<string> {
    const { path } = await send(imagesOf(this.post, file.name, original), file, this.#ending.signal, tell)
    return path
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
