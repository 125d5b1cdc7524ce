import type { Clock } from '../types'

/** Time that passes only when a test says so, and chance that comes from a seed. */
export class SimulatedClock implements Clock {
  time = 0
  private count = 0
  private readonly due: { at: number; order: number; run: () => void }[] = []

  constructor(private seed: number) {}

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.time + milliseconds, order: this.count++, run }
    this.due.push(timer)
    return () => {
      const index = this.due.indexOf(timer)
      if (index >= 0) this.due.splice(index, 1)
    }
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
      next.run()
      await promisesKept()
    }
    this.time = end
  }

  private next(end: number) {
    const first = this.due.reduce<(typeof this.due)[number] | null>(
      (best, one) => (!best || one.at < best.at || (one.at === best.at && one.order < best.order) ? one : best),
      null,
    )
    if (!first || first.at > end) return null
    this.due.splice(this.due.indexOf(first), 1)
    return first
  }
}

const promisesKept = () => new Promise<void>((done) => setImmediate(done))
