/** Where a source's front matter stands; the body begins at `body`. Read as the server reads it. */
export interface Head {
  syntax: 'toml' | 'yaml' | 'json'
  from: number
  to: number
  body: number
}

const fences = { '+++': 'toml', '---': 'yaml' } as const

/** Null where there is none, or where nothing closes it. */
export function headOf(source: string): Head | null {
  const [, space = '', opening = ''] = /^(\s*)(\+\+\+|---(?=[ \t\r]*(?:\n|$))|\{(?!\{))?/.exec(source) ?? []
  if (opening === '{') return braced(source, space.length)
  return opening === '+++' || opening === '---' ? fenced(source, space.length, opening) : null
}

function fenced(source: string, start: number, fence: keyof typeof fences): Head | null {
  const from = nextLine(source, start)
  for (let line = from; line < source.length; line = nextLine(source, line)) {
    if (!closes(source.slice(line, nextLine(source, line)), fence)) continue
    return { syntax: fences[fence], from, to: line, body: nextLine(source, line) }
  }
  return null
}

export const closes = (line: string, fence: string) => line.trimEnd() === fence

function braced(source: string, from: number): Head | null {
  const end = new Braces().end(source.slice(from))
  return end < 0 ? null : { syntax: 'json', from, to: from + end, body: nextLine(source, from + end) }
}

/** Counts the braces of JSON over as many pieces as it is given. */
export class Braces {
  #depth = 0

  /** Where the first brace is closed in this piece, or -1. No string of JSON goes over a line's end. */
  end(piece: string): number {
    for (const { 0: found, index } of piece.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}]/g)) {
      if (found === '{') this.#depth++
      else if (found === '}' && --this.#depth === 0) return index + 1
    }
    return -1
  }
}

function nextLine(source: string, from: number): number {
  const end = source.indexOf('\n', from)
  return end < 0 ? source.length : end + 1
}

/** How much of a source is looked at for what its front matter says of its language. */
const bound = 8_000

/** The language of a post, by which it is checked for spelling: as readers are told it, English where it does not say. */
export function languageOf(start: string): string {
  const source = start.slice(0, bound)
  const head = headOf(source)
  const said = head && /^[ \t]*"?lang"?[ \t]*[:=][ \t]*["']?([A-Za-z0-9-]+)/im.exec(source.slice(head.from, head.to))
  return said?.[1] && isLanguage(said[1]) ? said[1] : 'en'
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
