import { exactly } from '../elements/time.svelte'
import type { History } from '../wire'

/** One side of a comparison as addresses name it: `12` is a revision, `edition-2` an edition. */
export type Side = string

/** What a side may be besides any revision by its number, newest first. */
export interface Choice {
  side: Side
  revision: number
  name: string
}

/** The two sides of an address; null where it names none. */
export function sidesOf(pair: string): [Side, Side] | null {
  const found = /^((?:edition-)?\d{1,9})\.\.\.((?:edition-)?\d{1,9})$/.exec(pair)
  return found && [found[1]!, found[2]!]
}

export const pairOf = (a: Side, b: Side) => `${a}...${b}`

export function choicesOf({ newest, editions, labels }: History): Choice[] {
  const named = [
    ...editions.map(({ edition, revision, at }) => ({
      side: `edition-${edition}`,
      revision,
      name: `Edition ${edition}, ${exactly(at)}`,
    })),
    ...labels.map(({ revision, name }) => ({ side: String(revision), revision, name: `“${name}”` })),
  ].sort((a, b) => b.revision - a.revision)
  return [
    { side: String(newest), revision: newest, name: 'Now' },
    ...named,
    { side: '0', revision: 0, name: 'The beginning' },
  ]
}

/** The revision of a side; null where there is no such edition or revision. */
export function revisionOf(side: Side, { newest, editions }: History): number | null {
  const edition = /^edition-(\d+)$/.exec(side)?.[1]
  if (edition) return editions.find((one) => one.edition === Number(edition))?.revision ?? null
  const revision = Number(side)
  return revision <= newest ? revision : null
}
