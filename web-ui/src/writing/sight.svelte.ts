import { MediaQuery } from 'svelte/reactivity'

/** Below so many pixels, beside a keyboard on the screen, there is room for the text alone. */
const CRAMPED = 480

/** What of the window can be seen: a keyboard on the screen takes its part without making the window smaller. */
export class Sight {
  height = $state(innerHeight)
  top = $state(0)
  readonly #touch = new MediaQuery('pointer: coarse')
  readonly #ending = new AbortController()

  constructor(private readonly changed: () => void) {
    const { signal } = this.#ending
    for (const event of ['resize', 'scroll']) visualViewport?.addEventListener(event, () => this.#look(), { signal })
    this.#look()
  }

  get cramped() {
    return this.#touch.current && this.height < CRAMPED
  }

  close() {
    this.#ending.abort()
  }

  /** Who zooms in looks closer and wants nothing to move. */
  #look() {
    const { height, offsetTop, scale } = visualViewport ?? { height: innerHeight, offsetTop: 0, scale: 1 }
    if (scale > 1.05 || (height === this.height && offsetTop === this.top)) return
    this.height = height
    this.top = offsetTop
    this.changed()
  }
}
