import type { LibraryEntry, Person } from '../wire'

/** Where a post stands, in words: "Draft", "Edition 3", "Edition 3, 14 unpublished edits", "Withdrawn". */
export function standing({
  editions,
  unpublished,
  withdrawn,
}: Pick<LibraryEntry, 'editions' | 'unpublished'> & { withdrawn?: boolean }): string {
  if (editions === 0) return 'Draft'
  if (withdrawn) return 'Withdrawn'
  if (unpublished === 0) return `Edition ${editions}`
  return `Edition ${editions}, ${counted(unpublished, 'unpublished edit')}`
}

export const counted = (count: number, thing: string) =>
  `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`

const conjunction = new Intl.ListFormat('en', { type: 'conjunction' })

export const namesOf = (people: readonly Person[]) => conjunction.format(people.map(({ name }) => name))
