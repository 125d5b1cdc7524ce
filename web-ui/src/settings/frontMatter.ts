import { Unreadable, other, scanValue, skipSpace, type Format, type Value } from './scan'

/** The front matter of a source: the top-level keys and where their values stand. */
export interface FrontMatter {
  format: Format
  values: ReadonlyMap<string, Value>
  /** Where a new key goes. */
  end: number
}

export interface Fault {
  line: number
  sentence: string
}

export type Reading = { found: FrontMatter } | { fault: Fault }

export function read(source: string): Reading {
  try {
    return { found: scan(source) }
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure
    return { fault: { line: source.slice(0, failure.at).split('\n').length, sentence: failure.message } }
  }
}

function scan(source: string): FrontMatter {
  const start = source.startsWith('\ufeff') ? 1 : 0
  if (source[start] === '{') return scanJson(source, start)
  const fence = /^(\+\+\+|---)[ \t]*\r?\n/.exec(source.slice(start, start + 200))
  if (!fence)
    throw new Unreadable(0, 'The post has no front matter yet. Begin it with a line +++ and end it with another.')
  const from = start + fence[0].length
  const close = fence[1] === '+++' ? /^\+\+\+[ \t]*\r?$/gm : /^---[ \t]*\r?$/gm
  close.lastIndex = from
  const end = close.exec(source)?.index
  if (end === undefined) throw new Unreadable(start, `The front matter does not end. Close it with a line ${fence[1]}.`)
  return fence[1] === '+++' ? scanToml(source, from, end) : scanYaml(source, from, end)
}

const lineEnd = (source: string, at: number) => {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end
}

function put(values: Map<string, Value>, key: string, value: Value, at: number) {
  if (values.has(key)) throw new Unreadable(at, `The key ${key} stands here a second time. Remove one of the two.`)
  values.set(key, value)
}

function scanToml(source: string, from: number, end: number): FrontMatter {
  const values = new Map<string, Value>()
  const key = /[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([\w-]+))([ \t]*\.[^=\n]*)?[ \t]*=[ \t]*/y
  let at = skipSpace(source, from, 'toml')
  while (at < end && source[at] !== '[') {
    key.lastIndex = at
    const found = key.exec(source)
    if (!found) throw new Unreadable(at, 'A line here is no key = value. Mend it, or put # before it.')
    const value = scanValue(source, key.lastIndex, 'toml')
    if (value.to > end || value.to === value.from) throw new Unreadable(at, 'This key has no value. Give it one.')
    if (!found[4]) put(values, found[1] ?? found[2] ?? found[3]!, value, at)
    at = restOfLine(source, value.to, end)
  }
  const table = at < end ? source.lastIndexOf('\n', at) + 1 : end
  return { format: 'toml', values, end: Math.max(from, table) }
}

function restOfLine(source: string, from: number, end: number): number {
  const rest = source.slice(from, lineEnd(source, from)).trim()
  if (rest !== '' && !rest.startsWith('#'))
    throw new Unreadable(from, 'Something stands behind this value. Remove it, or put # before it.')
  return Math.min(end, skipSpace(source, from, 'toml'))
}

function scanYaml(source: string, from: number, end: number): FrontMatter {
  const values = new Map<string, Value>()
  const key = /(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#:"'[\]{}&*!|>%@`,-][^:#\n]*?|-?[\w-]+))[ \t]*:(?=\s)[ \t]*/y
  for (let at = from; at < end;) {
    if (/^\s*(?:#|$)/.test(source.slice(at, lineEnd(source, at)))) {
      at = lineEnd(source, at) + 1
      continue
    }
    key.lastIndex = at
    const found = key.exec(source)
    if (!found) throw new Unreadable(at, 'A line here is no key: value. Mend it, or put # before it.')
    const next = nextTopLevel(source, at, end)
    put(values, found[1] ?? found[2] ?? found[3]!, yamlValue(source, key.lastIndex, next, end), at)
    const value = values.get(found[1] ?? found[2] ?? found[3]!)!
    at = Math.max(next, value.to > next ? lineEnd(source, value.to) + 1 : next)
  }
  return { format: 'yaml', values, end }
}

/** Where the next line begins that is not indented, no list item and no comment of what came before. */
function nextTopLevel(source: string, at: number, end: number): number {
  let next = lineEnd(source, at) + 1
  while (next < end && /^(?:[ \t]|-(?:\s|$)|\s*(?:#|\r?$))/.test(source.slice(next, lineEnd(source, next)))) {
    next = lineEnd(source, next) + 1
  }
  return Math.min(next, end)
}

function yamlValue(source: string, from: number, next: number, end: number): Value {
  const value = scanValue(source, from, 'yaml')
  if (value.to > end) throw new Unreadable(from, 'This value does not end before the front matter does.')
  if (value.kind !== 'bare') return value
  const below = source.slice(Math.min(lineEnd(source, from) + 1, next), next)
  if (below.split('\n').every((line) => /^\s*(?:#|$)/.test(line))) {
    return /^[|>&*!]/.test(value.text) ? other(from, value.to) : value
  }
  return value.text === '' ? blockList(source, from, next) : other(from, next)
}

function blockList(source: string, from: number, next: number): Value {
  const value: Value = { ...other(from, next), kind: 'list', block: true }
  for (let at = lineEnd(source, from) + 1; at < next; at = lineEnd(source, at) + 1) {
    const line = source.slice(at, lineEnd(source, at))
    if (/^\s*(?:#|$)/.test(line)) continue
    const dash = /^[ \t]*-[ \t]+(?=[^\s-])/.exec(line)
    if (!dash) return other(from, next)
    const item = scanValue(source, at + dash[0].length, 'yaml')
    if ((item.kind !== 'text' && item.kind !== 'bare') || /:(?:\s|$)/.test(item.kind === 'bare' ? item.text : ''))
      return other(from, next)
    value.items.push({ from: item.from, to: item.to, text: item.text })
  }
  return value
}

function scanJson(source: string, start: number): FrontMatter {
  const values = new Map<string, Value>()
  let last = start + 1
  let at = skipSpace(source, start + 1, 'json')
  while (source[at] !== '}') {
    if (source[at] !== '"') throw new Unreadable(Math.min(at, source.length), 'A key in double quotes is missing here.')
    const key = scanValue(source, at, 'json')
    const colon = skipSpace(source, key.to, 'json')
    if (source[colon] !== ':') throw new Unreadable(colon, 'A colon is missing behind this key.')
    const value = scanValue(source, skipSpace(source, colon + 1, 'json'), 'json', ',} \t\r\n"')
    if (value.to === value.from) throw new Unreadable(colon, 'This key has no value. Give it one.')
    put(values, key.text, value, at)
    last = value.to
    at = skipSpace(source, value.to, 'json')
    if (source[at] === ',') at = skipSpace(source, at + 1, 'json')
    else if (source[at] !== '}') throw new Unreadable(at, 'A comma or } is missing here.')
  }
  return { format: 'json', values, end: last }
}

/** The text of a key's value, '' where there is none, null where it is no simple text. */
export function textOf({ values }: FrontMatter, key: string): string | null {
  const value = values.get(key)
  if (!value) return ''
  return value.kind === 'text' || value.kind === 'bare' ? value.text : null
}

/** The list of a key's value; one word alone counts as a list of one; null where it is neither. */
export function listOf({ values }: FrontMatter, key: string): string[] | null {
  const value = values.get(key)
  if (!value || (value.kind === 'bare' && value.text === '')) return []
  if (value.kind === 'list') return value.items.map(({ text }) => text)
  return value.kind === 'other' ? null : [value.text]
}

export const isOn = ({ values }: FrontMatter, key: string) => values.get(key)?.text.toLowerCase() === 'true'
