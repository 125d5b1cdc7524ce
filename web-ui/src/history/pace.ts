export const speeds = [0.5, 1, 2, 4, 8, 16] as const
export type Speed = (typeof speeds)[number]

const idle = 900
const quickest = 40

/** How long a revision is shown before the next: as long as it took, idle time and bursts evened out. */
export function pause(at: number | undefined, next: number | undefined, speed: Speed): number {
  const took = at !== undefined && next !== undefined ? next - at : 0
  return Math.min(Math.max(took, quickest), idle) / speed
}

export interface Progress {
  revision: number
  /** Milliseconds that have passed towards the next one. */
  left: number
}

/** How far a play comes in some milliseconds; it waits for a revision that is not there yet. */
export function advance(
  { revision, left }: Progress,
  milliseconds: number,
  speed: Speed,
  newest: number,
  timeOf: (n: number) => number | undefined,
): Progress {
  let budget = left + milliseconds
  let n = revision
  while (n < newest) {
    const next = timeOf(n + 1)
    if (next === undefined) return { revision: n, left: 0 }
    const wait = pause(n === 0 ? undefined : timeOf(n), next, speed)
    if (wait > budget) break
    budget -= wait
    n++
  }
  return { revision: n, left: n < newest ? budget : 0 }
}
