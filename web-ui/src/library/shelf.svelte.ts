import * as api from '../api'
import { Problem, sentenceOf } from '../api'
import type { LibraryEntry } from '../wire'

const page = 100
const most = 2000
const betweenReads = 1_000
const anyway = 30_000

/** The list as it stands now: read again when the server says that it changed, on focus, and now and then anyway. */
export class Shelf {
  posts: LibraryEntry[] | null = $state.raw(null)
  found = $state(0)
  search = $state('')
  failure = $state('')
  #limit = page
  #asked = 0
  #soon: ReturnType<typeof setTimeout> | undefined
  #readAt = 0

  async read() {
    const asked = ++this.#asked
    this.#readAt = Date.now()
    try {
      const { posts, found } = await api.library(this.search.trim(), this.#limit)
      if (asked !== this.#asked) return
      this.posts = posts
      this.found = found
      this.failure = ''
    } catch (problem) {
      if (asked === this.#asked) this.failure = sentenceOf(problem)
    }
  }

  look(search: string) {
    this.search = search
    this.#limit = page
    this.#readIn(150)
  }

  more() {
    this.#limit = Math.min(most, this.#limit + page)
    void this.read()
  }

  async readUntilThere(posts: readonly string[]) {
    const all = () => {
      if (!posts.every((post) => this.posts?.some((entry) => entry.post === post))) throw new Problem(404, '')
    }
    await api.onceThere(() => this.read().then(all)).catch(() => undefined)
  }

  #readIn(milliseconds: number) {
    clearTimeout(this.#soon)
    this.#soon = setTimeout(() => void this.read(), milliseconds)
  }

  follow(): () => void {
    const look = () => document.visibilityState === 'visible' && this.#readIn(this.#readAt + betweenReads - Date.now())
    const changes = api.libraryChanges()
    const timer = setInterval(look, anyway)
    changes.addEventListener('message', look)
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    void this.read()
    return () => {
      changes.close()
      clearInterval(timer)
      clearTimeout(this.#soon)
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }
}
