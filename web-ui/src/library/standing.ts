import type { LibraryEntry, Person } from '../wire'

/** Where a post stands, in words: "Draft", "Edition 3", "Edition 3, 14 unpublished edits", "Withdrawn", "Scheduled for 24 Nov, 18:00". */
export function standing({
  editions,
  unpublished,
  withdrawn,
  scheduled,
}: Pick<LibraryEntry, 'editions' | 'unpublished'> & { withdrawn?: boolean; scheduled?: string | null }): string {
  if (scheduled) return `Scheduled for ${moment(scheduled)}`
  if (editions === 0) return 'Draft'
  if (withdrawn) return 'Withdrawn'
  if (unpublished === 0) return `Edition ${editions}`
  return `Edition ${editions}, ${counted(unpublished, 'unpublished edit')}`
}

/** A day and a time on this person's clock, or on that of a zone. */
export const moment = (at: string, timeZone?: string) =>
  new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone })

export const counted = (count: number, thing: string) =>
  `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`

const conjunction = new Intl.ListFormat('en', { type: 'conjunction' })

export const namesOf = (people: readonly Person[]) => conjunction.format(people.map(({ name }) => name))
