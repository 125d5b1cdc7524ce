import * as api from '../api'
import { sentenceOf } from '../api'
import type { StoredImage } from '../wire'

const TYPING = 150

/** The images of the posts that a person may see, as they were asked for. */
export class Shelf {
  images: StoredImage[] | null = $state.raw(null)
  found = $state(0)
  search = $state('')
  unused = $state(false)
  failure = $state('')
  #next: string | null = null
  #asked = 0
  #typing: ReturnType<typeof setTimeout> | undefined

  look(words: string) {
    this.search = words
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => void this.read(), TYPING)
  }

  show(unused: boolean) {
    this.unused = unused
    void this.read()
  }

  read = () => this.#read('')

  more = () => this.#read(this.#next ?? '')

  get isMore() {
    return this.#next !== null && this.images !== null && this.found > this.images.length
  }

  async remove(image: StoredImage) {
    await api.removeImage(image.post, image.path)
    this.images = this.images?.filter(({ path }) => path !== image.path) ?? null
    this.found--
  }

  /** Of several answers under way, the newest question's counts. */
  async #read(after: string) {
    const asked = ++this.#asked
    try {
      const { found, next, images } = await api.media(this.search.trim().slice(0, 200), this.unused, after)
      if (asked !== this.#asked) return
      this.#next = next
      this.images = after === '' ? images : [...(this.images ?? []), ...images]
      this.found = found
      this.failure = ''
    } catch (problem) {
      if (asked === this.#asked) this.failure = sentenceOf(problem)
    }
  }
}
