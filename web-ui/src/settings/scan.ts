/** Spans of values in front matter, found without changing anything. Offsets count UTF-16 units of the source. */

export type Format = 'toml' | 'yaml' | 'json'

export interface Span {
  from: number
  to: number
}

export interface Item extends Span {
  text: string
}

export interface Value extends Span {
  kind: 'text' | 'bare' | 'list' | 'other'
  text: string
  quote: string
  items: Item[]
  block: boolean
}

/** What cannot be read; `at` is where it begins. */
export class Unreadable extends Error {
  constructor(
    readonly at: number,
    sentence: string,
  ) {
    super(sentence)
  }
}

const closers: Record<string, string> = { '[': ']', '{': '}' }

/** The value that begins at `from`: a string, a list, a table, or bare words up to a comment or one of `stops`. */
export function scanValue(source: string, from: number, format: Format, stops = ''): Value {
  const first = source[from] ?? ''
  if (first === '"' || (first === "'" && format !== 'json')) return scanString(source, from, format)
  if (first === '[') return scanList(source, from, format)
  if (first === '{') return other(from, skipNested(source, from, format))
  return scanBare(source, from, format, stops)
}

export const other = (from: number, to: number): Value => ({
  from,
  to,
  kind: 'other',
  text: '',
  quote: '',
  items: [],
  block: false,
})

function scanString(source: string, from: number, format: Format): Value {
  const one = source[from]!
  const quote = format === 'toml' && source.startsWith(one.repeat(3), from) ? one.repeat(3) : one
  for (let at = from + quote.length; at < source.length; at++) {
    if (source[at] === '\\' && one === '"') at++
    else if (source[at] === '\n' && quote.length === 1 && format !== 'yaml') break
    else if (format === 'yaml' && one === "'" && source.startsWith("''", at)) at++
    else if (source.startsWith(quote, at)) {
      const text = unquoted(source.slice(from + quote.length, at), quote, format)
      const kind = quote.length === 1 && !source.slice(from, at).includes('\n') ? 'text' : 'other'
      return { ...other(from, at + quote.length), kind, text, quote: one }
    }
  }
  throw new Unreadable(from, `A text begins with ${quote} and does not end. Close it with ${quote}.`)
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', e: '\x1b', '0': '\0' }

function unquoted(inside: string, quote: string, format: Format): string {
  if (quote.startsWith("'")) return format === 'yaml' ? inside.replaceAll("''", "'") : inside
  const escape = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([^]))/g
  return inside.replace(escape, (_, short?: string, long?: string, byte?: string, one = '') => {
    const code = short ?? long ?? byte
    if (code === undefined) return escapes[one as string] ?? (one as string)
    const point = parseInt(code, 16)
    return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point)
  })
}

function scanBare(source: string, from: number, format: Format, stops: string): Value {
  let to = from
  while (to < source.length && source[to] !== '\n' && !stops.includes(source[to]!)) {
    const comment = source[to] === '#' && (format === 'toml' || /\s/.test(source[to - 1] ?? ' '))
    if (comment && format !== 'json') break
    to++
  }
  while (to > from && /\s/.test(source[to - 1]!)) to--
  return { ...other(from, to), kind: 'bare', text: source.slice(from, to) }
}

function scanList(source: string, from: number, format: Format): Value {
  const items: Item[] = []
  let plain = true
  let at = skipSpace(source, from + 1, format)
  while (source[at] !== ']') {
    if (at >= source.length) throw new Unreadable(from, 'A list begins with [ and does not end. Close it with ].')
    const value = scanValue(source, at, format, ',]')
    if (value.to === at) throw new Unreadable(at, 'Something is missing in this list.')
    plain &&= value.kind === 'text' || value.kind === 'bare'
    items.push({ from: value.from, to: value.to, text: value.text })
    at = skipSpace(source, value.to, format)
    if (source[at] === ',') at = skipSpace(source, at + 1, format)
    else if (source[at] !== ']') throw new Unreadable(at, 'A comma or ] is missing in this list.')
  }
  return { ...other(from, at + 1), kind: plain ? 'list' : 'other', items }
}

function skipNested(source: string, from: number, format: Format): number {
  const open: string[] = []
  for (let at = from; at < source.length; at++) {
    const one = source[at]!
    if (closers[one]) open.push(closers[one])
    else if (one === '"' || (one === "'" && format !== 'json')) at = scanString(source, at, format).to - 1
    else if (one === open.at(-1)) open.pop()
    if (open.length === 0) return at + 1
  }
  throw new Unreadable(from, `A table begins with { and does not end. Close it with }.`)
}

/** Over blanks, line ends and, where the format has them, comments. */
export function skipSpace(source: string, from: number, format: Format): number {
  let at = from
  for (;;) {
    while (/\s/.test(source[at] ?? '')) at++
    if (source[at] !== '#' || format === 'json') return at
    while (at < source.length && source[at] !== '\n') at++
  }
}
