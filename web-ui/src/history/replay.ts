import { Text } from '@codemirror/state'
import type { Range } from '../wire'
import { Bucket, type Moment } from './bucket'
import type { Amounts } from './strip'

export interface Server {
  range(from: number, to: number): Promise<Range>
  source(n: number): Promise<string>
}

export interface Listener {
  arrived(): void
  failed(problem: unknown): void
}

/** As many as the server gives at once. */
const SIZE = 2048
const MOST_KEPT = 32
const MOST_LOADING = 2
/** After a failure, so many milliseconds pass before anything is asked for again. */
const REST = 1_000

/** Any revision of a history, of which only what is looked at is loaded. */
export class Replay {
  readonly #buckets = new Map<number, Bucket>()
  readonly #loading = new Set<number>()
  /** The text that was asked for by itself, to be shown before its neighbours are there. */
  #alone: Moment | null = null
  #wanted: number[] = []
  #restsUntil = 0

  constructor(
    readonly newest: number,
    private readonly server: Server,
    private readonly listener: Listener,
  ) {}

  async open(n: number): Promise<void> {
    try {
      this.#alone = { revision: n, text: textOf(n === 0 ? '' : await this.server.source(n)), before: null, edit: null }
      this.listener.arrived()
    } catch (problem) {
      this.listener.failed(problem)
    }
  }

  /** Asks for what is needed to show n, the newest wish first, and where it is played for what comes next. */
  want(n: number, isPlayed = false) {
    const first = bucketOf(n)
    this.#wanted = isPlayed && n % SIZE > SIZE / 2 && (first + 1) * SIZE < this.newest ? [first, first + 1] : [first]
    this.#load()
  }

  /** The nearest to n that is there; made within the time that is given. */
  nearest(n: number, isTimeUp?: () => boolean): Moment | null {
    const bucket = this.#use(bucketOf(n))
    bucket?.reach(n, isTimeUp)
    if (bucket && bucket.ready >= n) return bucket.at(n)
    const places = [...this.#buckets.values()].map((one) => ({
      revision: Math.min(Math.max(n, one.from - 1), one.ready),
      moment: (there: number) => one.at(there),
    }))
    const alone = this.#alone
    if (alone) places.push({ revision: alone.revision, moment: () => alone })
    const away = ({ revision }: { revision: number }) => Math.abs(revision - n)
    const [nearest] = places.sort((a, b) => away(a) - away(b))
    return nearest?.moment(nearest.revision) ?? null
  }

  /** Whether n needs nothing more from the server. */
  has = (n: number) => n > 0 && this.#buckets.has(bucketOf(n))

  /** Milliseconds of the epoch. */
  timeOf(n: number): number | undefined {
    const bucket = this.#buckets.get(bucketOf(n))
    bucket?.reach(n)
    return bucket?.editOf(n)?.at
  }

  /** Of a short history, which is there as a whole: finer than what the timeline is told. */
  amounts(): Amounts | null {
    return this.newest <= SIZE ? (this.#buckets.get(0)?.amounts() ?? null) : null
  }

  #use(index: number): Bucket | undefined {
    const bucket = this.#buckets.get(index)
    if (!bucket) return undefined
    this.#buckets.delete(index)
    this.#buckets.set(index, bucket)
    return bucket
  }

  #load() {
    if (this.newest === 0 || Date.now() < this.#restsUntil) return
    for (const index of this.#wanted) {
      if (this.#loading.size >= MOST_LOADING) return
      if (this.#buckets.has(index) || this.#loading.has(index)) continue
      this.#loading.add(index)
      void this.#fetch(index).finally(() => {
        this.#loading.delete(index)
        this.#load()
      })
    }
  }

  async #fetch(index: number) {
    const from = index * SIZE + 1
    const to = Math.min(this.newest, from + SIZE - 1)
    try {
      const [before, ranges] = await Promise.all([
        from === 1 ? '' : this.server.source(from - 1),
        rangesOf(this.server, from, to),
      ])
      this.#keep(index, new Bucket(from, to, ranges, textOf(before)))
      this.listener.arrived()
    } catch (problem) {
      this.#restsUntil = Date.now() + REST
      this.listener.failed(problem)
    }
  }

  #keep(index: number, bucket: Bucket) {
    this.#buckets.set(index, bucket)
    const oldest = this.#buckets.keys().next().value
    if (this.#buckets.size > MOST_KEPT && oldest !== undefined) this.#buckets.delete(oldest)
  }
}

/** Heavy ranges come in parts. */
export async function rangesOf({ range }: Pick<Server, 'range'>, from: number, to: number): Promise<Range[]> {
  const ranges: Range[] = []
  for (let next = from; next <= to; next = ranges.at(-1)!.to + 1) {
    ranges.push(await range(next, Math.min(to, next + SIZE - 1)))
  }
  return ranges
}

const bucketOf = (n: number) => Math.floor((Math.max(n, 1) - 1) / SIZE)

const textOf = (source: string) => Text.of(source.split('\n'))
