import * as api from '../api'
import type { Timeline } from '../wire'

let begun: { post: string; history: Promise<Timeline> } | null = null

/** While the screen itself is still being loaded, what it will show first is asked for. */
export function begin(post: string, asked: number | null) {
  const history = api.history(post)
  begun = { post, history }
  // Sources never change: the browser keeps this one for the screen.
  history.then(({ newest }) => api.sourceAt(post, Math.min(asked ?? newest, newest))).catch(() => undefined)
}

export function historyOf(post: string): Promise<Timeline> {
  const asked = begun?.post === post ? begun.history : api.history(post)
  begun = null
  return asked
}
