import { headOf } from '../editing/head'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The writing that puts no spaces between words; U+30FC and its like belong to no script. */
const characters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\u3005\u3006\u303b]/gu

/** How much a reader reads. */
export interface Reading {
  /** Words, where a character of Chinese or Japanese counts as one. */
  words: number
  minutes: number
}

/** Words and characters that are read in a minute, as Hugo takes it. */
const pace = { words: 213, characters: 501 }

/** Of a source: without front matter, shortcodes and the addresses of links. */
export const readingOf = (source: string): Reading => readingOfText(proseOf(bodyOf(source)))

/** Of a part that was cut out of a source's body. */
export const readingOfPart = (part: string): Reading => readingOfText(proseOf(part))

function readingOfText(prose: string): Reading {
  const spaced = prose.replace(characters, ' ')
  const single = prose.match(characters)?.length ?? 0
  let words = 0
  for (const { isWordLike } of segmenter.segment(spaced)) if (isWordLike) words++
  return { words: words + single, minutes: Math.ceil(words / pace.words + single / pace.characters) }
}

export const bodyOf = (source: string): string => source.slice(headOf(source)?.body ?? 0)

const proseOf = (body: string): string =>
  body
    .replace(/<!--[^]*?-->/g, ' ')
    .replace(/\{\{([<%])(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`])*?[%>]\}\}/g, ' ')
    .replace(/\]\((?:[^()\s]|\([^()\s]*\))*/g, '] ')
    .replace(/^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+/gm, ' ')
    .replace(/^[ \t>]*\d{1,9}[.)][ \t]/gm, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
