/** How long a name is shown when someone begins to move. */
const SHOWN = 2_500
/** After standing still for so long, moving is a new beginning. */
const PAUSE = 4_000

type After = (milliseconds: number, run: () => void) => () => void

/** Whose names stand at their carets: a name is worth reading when its author begins, and in the way later. */
export class NameTags {
  readonly #shown = new Set<string>()
  readonly #moving = new Map<string, () => void>()

  constructor(
    private readonly changed: () => void,
    private readonly after: After = later,
  ) {}

  moved(connection: string) {
    const cancel = this.#moving.get(connection)
    if (cancel) cancel()
    else this.#show(connection)
    this.#moving.set(
      connection,
      this.after(PAUSE, () => this.#moving.delete(connection)),
    )
  }

  has(connection: string): boolean {
    return this.#shown.has(connection)
  }

  #show(connection: string) {
    this.#shown.add(connection)
    this.after(SHOWN, () => {
      this.#shown.delete(connection)
      this.changed()
    })
  }
}

function later(milliseconds: number, run: () => void) {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
