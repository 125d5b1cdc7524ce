import * as api from '../api'
import { Problem, sentenceOf } from '../api'
import type { LibraryEntry } from '../wire'

const everySoOften = 4_000

/** The list as it stands now: read again on focus, every few seconds, and until what was just made is in it. */
export class Shelf {
  posts: LibraryEntry[] | null = $state(null)
  failure = $state('')

  async read() {
    try {
      this.posts = await api.library()
      this.failure = ''
    } catch (problem) {
      this.failure = sentenceOf(problem)
    }
  }

  async readUntilThere(posts: readonly string[]) {
    const all = () => {
      if (!posts.every((post) => this.posts?.some((entry) => entry.post === post))) throw new Problem(404, '')
    }
    await api.onceThere(() => this.read().then(all)).catch(() => undefined)
  }

  follow(): () => void {
    const look = () => void (document.visibilityState === 'visible' && this.read())
    const timer = setInterval(look, everySoOften)
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    look()
    return () => {
      clearInterval(timer)
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }
}
