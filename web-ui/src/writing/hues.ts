/** As many as the palette in hues.css has. */
const palette = 8

/** A hue for each author, the same in every browser: authors are counted in the order in which the post lists them. */
export class Hues {
  readonly #order: string[]

  constructor(authors: readonly string[]) {
    this.#order = [...authors]
  }

  of(author: string): number {
    return this.rank(author) % palette
  }

  /** Which in the order of all authors. */
  rank(author: string): number {
    if (!this.#order.includes(author)) this.#order.push(author)
    return this.#order.indexOf(author)
  }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Two letters that tell authors apart where hues do not. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d]+/u).filter(Boolean)
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!].map(firstOf) : lettersOf(name).slice(0, 2)
  return letters.join('').toLocaleUpperCase()
}

const lettersOf = (word: string) => Array.from(graphemes.segment(word.trim()), ({ segment }) => segment)
const firstOf = (word: string) => lettersOf(word)[0] ?? ''
