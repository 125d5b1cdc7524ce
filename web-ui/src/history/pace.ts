export const speeds = [1, 4, 16] as const
export type Speed = (typeof speeds)[number]

const idle = 900
const quickest = 40

/** How long a revision is shown before the next: as long as it took, idle time and bursts evened out. */
export function pause(at: string | undefined, next: string | undefined, speed: Speed): number {
  const took = at !== undefined && next !== undefined ? Date.parse(next) - Date.parse(at) : 0
  return Math.min(Math.max(took, quickest), idle) / speed
}
