const shown = 8

/** Tags to offer for what was typed: those that begin so before those that have it inside; none that the post has. */
export function suggestions(typed: string, known: readonly string[], has: readonly string[]): string[] {
  const sought = plain(typed)
  if (sought === '') return []
  const found = known.filter((tag) => !has.includes(tag) && tag !== typed.trim() && plain(tag).includes(sought))
  const begins = (tag: string) => Number(plain(tag).startsWith(sought))
  return found.toSorted((one, other) => begins(other) - begins(one)).slice(0, shown)
}

const plain = (text: string) => text.trim().normalize('NFKC').toLocaleLowerCase()
