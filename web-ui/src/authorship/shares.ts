import type { Contributor, Person } from '../wire'

/** Shares in percent, as they are said. */
export interface Share extends Person {
  surviving: string
  typed: string
}

/** Whose words stand now and who typed how much, those of whom most stands first. */
export function shares(contributors: readonly Contributor[]): Share[] {
  const sum = (of: (one: Contributor) => number) => contributors.reduce((total, one) => total + of(one), 0)
  const [standing, all] = [sum(({ surviving }) => surviving), sum(({ typed }) => typed)]
  return contributors
    .toSorted((a, b) => b.surviving - a.surviving || b.typed - a.typed)
    .map(({ id, name, surviving, typed }) => ({
      id,
      name,
      surviving: percent(surviving, standing),
      typed: percent(typed, all),
    }))
}

/** Little is not nothing, and nearly all is not all. */
function percent(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0%'
  const rounded = Math.round((100 * part) / whole)
  return `${Math.min(part === whole ? 100 : 99, Math.max(1, rounded))}%`
}
