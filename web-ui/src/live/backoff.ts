import type { Clock, Why } from './types'

const FIRST = 500
const LONGEST = 10_000

/** Waits longer after each failure, a little differently in each editor, and can be woken. */
export class Backoff {
  private failures = 0
  private readonly sleepers = new Set<() => void>()

  constructor(private readonly clock: Clock) {}

  wait(atLeast = 0): Promise<void> {
    const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(this.failures++, 10))
    const time = Math.max(atLeast, longest * (0.5 + this.clock.random() / 2))
    return new Promise((resolve) => {
      const wakeUp = () => {
        cancel()
        this.sleepers.delete(wakeUp)
        resolve()
      }
      const cancel = this.clock.after(time, wakeUp)
      this.sleepers.add(wakeUp)
    })
  }

  /** What the work gives, or null as soon as someone wakes us: then it is to be begun anew. */
  orWoken<T>(work: Promise<T>): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const wakeUp = () => resolve(null)
      this.sleepers.add(wakeUp)
      void work.then(resolve, reject).finally(() => this.sleepers.delete(wakeUp))
    })
  }

  wake(): void {
    this.failures = 0
    for (const wakeUp of [...this.sleepers]) wakeUp()
  }

  reset(): void {
    this.failures = 0
  }
}

/** Means that the same is to be tried again, after so many milliseconds at the earliest. */
export interface Later {
  readonly kind: 'later'
  readonly wait: number
  /** As the server gave it; null when there was no answer that made sense. */
  readonly why: Why | null
}

/** Tries again and again until there is something better than `later`; null when nobody wants it any more. */
export async function untilDecided<T extends { readonly kind: string }>(
  attempt: () => Promise<T | Later>,
  backoff: Backoff,
  wanted: () => boolean,
  failed: (why: Why | null) => void,
): Promise<T | null> {
  while (wanted()) {
    const outcome = await backoff.orWoken(attempt())
    if (outcome === null) continue
    if (!isLater(outcome)) {
      backoff.reset()
      return outcome
    }
    if (wanted()) failed(outcome.why)
    await backoff.wait(outcome.wait)
  }
  return null
}

const isLater = (outcome: { readonly kind: string }): outcome is Later => outcome.kind === 'later'
