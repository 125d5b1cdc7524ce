import type { Block } from '../wire'

const MOST = 60

/** Rendered pages, which the server makes: of all that are passed by, only some are asked for, one at a time. */
export class Sheets {
  readonly #known = new Map<number, readonly Block[]>()
  #wanted = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #isAsking = false

  constructor(
    private readonly ask: (n: number) => Promise<readonly Block[]>,
    private readonly put: (page: readonly Block[]) => void,
    private readonly failed: (problem: unknown) => void,
  ) {}

  /** After some milliseconds; each wish begins them anew, or the first of several decides. */
  show(n: number, after: number, anew = true) {
    this.#wanted = n
    if (anew) this.close()
    const known = this.#known.get(n)
    if (known) this.put(known)
    else this.#timer ??= setTimeout(() => void this.#render(), after)
  }

  close() {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  async #render() {
    this.#timer = undefined
    if (this.#isAsking) return
    this.#isAsking = true
    const n = this.#wanted
    try {
      const page = await this.ask(n)
      this.#keep(n, page)
      this.put(page)
    } catch (problem) {
      this.failed(problem)
    } finally {
      this.#isAsking = false
    }
    if (n !== this.#wanted && this.#timer === undefined && !this.#known.has(this.#wanted)) void this.#render()
  }

  #keep(n: number, page: readonly Block[]) {
    this.#known.set(n, page)
    const oldest = this.#known.keys().next().value
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest)
  }
}
