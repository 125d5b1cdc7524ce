import type { Timeline, Label } from '../wire'

/** What people marked in a history. */
export interface Mark {
  kind: 'label' | 'edition' | 'restoration' | 'import'
  key: string
  revision: number
  text: string
  at: string
  by: string | null
  label: Label | null
}

export function marksOf({ labels, editions, restorations, imports }: Timeline): Mark[] {
  const marks: Mark[] = [
    ...labels.map((label) => ({
      kind: 'label' as const,
      key: `label ${label.label}`,
      revision: label.revision,
      text: label.name,
      at: label.at,
      by: label.by,
      label,
    })),
    ...editions.map(({ edition, revision, at }) => ({
      kind: 'edition' as const,
      key: `edition ${edition}`,
      revision,
      text: `Edition ${edition}`,
      at,
      by: null,
      label: null,
    })),
    ...restorations.map(({ revision, as, whole, by, at }) => ({
      kind: 'restoration' as const,
      key: `restoration ${as} ${revision}`,
      revision: as,
      text: `${whole ? 'Restored revision' : 'Restored a part of revision'} ${revision}`,
      at,
      by,
      label: null,
    })),
    ...imports.map(({ revision, file, by, at }) => ({
      kind: 'import' as const,
      key: `import ${revision}`,
      revision,
      text: `Imported from ${file}`,
      at,
      by,
      label: null,
    })),
  ]
  return marks.sort((a, b) => a.revision - b.revision)
}

/** Marks that would stand over each other, as one. */
export interface Cluster {
  key: string
  /** From 0 to 1. */
  place: number
  marks: Mark[]
}

/** So that each can be read and pressed: they stand at least `apart` of the width from each other. */
export function clustersOf(marks: readonly Mark[], newest: number, apart: number): Cluster[] {
  const clusters: Cluster[] = []
  for (const mark of marks) {
    const place = newest === 0 ? 0 : mark.revision / newest
    const last = clusters.at(-1)
    if (last && place - last.place < apart) last.marks.push(mark)
    else clusters.push({ key: mark.key, place, marks: [mark] })
  }
  return clusters
}

/** A flag to the right of its place, or to the left of it at the end of the strip; `room` is how wide it may be. */
export interface Flag extends Cluster {
  room: number
  isLeft: boolean
}

const WIDEST = 180
const NARROWEST = 24

/** Each as wide as there is room until the next; `width` is that of the strip. */
export function flagsOf(clusters: readonly Cluster[], width: number): Flag[] {
  const flags = clusters.map((cluster, n) => {
    const isLast = n === clusters.length - 1
    const end = isLast ? 1 : clusters[n + 1]!.place
    return { ...cluster, room: roomOf((end - cluster.place) * width), isLeft: false }
  })
  const [before, last] = [flags.at(-2), flags.at(-1)]
  if (!last || (1 - last.place) * width > WIDEST) return flags
  const half = ((last.place - (before?.place ?? 0)) * width) / (before ? 2 : 1)
  if (before) before.room = roomOf(half)
  return [...flags.slice(0, -1), { ...last, room: roomOf(half), isLeft: true }]
}

const roomOf = (gap: number) => Math.max(NARROWEST, Math.min(WIDEST, gap - 3))

/** In words, for those who do not see where it stands. */
export function told({ marks }: Cluster): string {
  const named = marks.slice(0, 5).map(({ text, revision }) => `${text}, revision ${revision}`)
  return marks.length > 5 ? `${named.join('; ')}; and ${marks.length - 5} more` : named.join('; ')
}
