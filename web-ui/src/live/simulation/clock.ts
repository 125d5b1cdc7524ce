import type { Clock } from '../types'

interface Timer {
  readonly at: number
  /** Null when it has been called off. */
  run: (() => void) | null
}

/** Time that passes only when a test says so, and chance that comes from a seed. */
export class SimulatedClock implements Clock {
  time = 0
  /** What is due, the latest first; of two at one time the one that was set last. */
  private readonly timers: Timer[] = []

  constructor(private seed: number) {}

  after(milliseconds: number, run: () => void): () => void {
    const timer: Timer = { at: this.time + milliseconds, run }
    let place = this.timers.length
    while (place > 0 && (this.timers[place - 1]?.at ?? 0) <= timer.at) place--
    this.timers.splice(place, 0, timer)
    return () => (timer.run = null)
  }

  /** Mulberry32. */
  random(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  below(bound: number): number {
    return Math.floor(this.random() * bound)
  }

  chance(probability: number): boolean {
    return this.random() < probability
  }

  /** Lets so many milliseconds pass, and everything happen that is due in them. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds
    await promisesKept()
    for (let next = this.next(end); next; next = this.next(end)) {
      this.time = next.at
      if (!next.run) continue
      next.run()
      await promisesKept()
    }
    this.time = end
  }

  private next(end: number): Timer | null {
    const first = this.timers.at(-1)
    return first && first.at <= end ? (this.timers.pop() ?? null) : null
  }
}

/** A tick comes when no promise is left to be kept, and needs no turn of the event loop. */
const promisesKept = () => new Promise<void>((done) => process.nextTick(done))
