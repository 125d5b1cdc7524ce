/**
 * Where a height in one pane lies in the other. Both lists hold the heights of the same places, from the top to the end
 * of the pane; between two places all is stretched evenly.
 */
export function across(from: readonly number[], to: readonly number[], height: number): number {
  const next = from.findIndex((place) => place > height)
  if (next === 0) return to[0] ?? 0
  if (next < 0) return to.at(-1) ?? 0
  const [low, high] = [from[next - 1]!, from[next]!]
  const [start, end] = [to[next - 1]!, to[next]!]
  return start + ((height - low) / (high - low)) * (end - start)
}

/** How far a pane is to be scrolled so that a place stands where it stands in the other, or at the edge of its sight. */
export function beside(from: readonly number[], to: readonly number[], place: number, pane: Sight): number {
  const below = Math.min(Math.max(place - pane.scrolled, 0), pane.height)
  return across(from, to, pane.scrolled + below) - below
}

export interface Sight {
  scrolled: number
  height: number
}

/** Heights that never decrease, whatever was measured. */
export function ascending(heights: readonly number[]): number[] {
  let least = 0
  return heights.map((height) => (least = Math.max(least, height)))
}
