import { read, type FrontMatter } from './frontMatter'
import type { Format, Item, Value } from './scan'

/** A change of the source as CodeMirror takes it. */
export interface Edit {
  from: number
  to: number
  insert: string
}

/**
 * The edits change one value and nothing else: reading again gives the new value, and every other character, key, comment
 * and line end stays. A value that is set to what it is gives null.
 */
export function setText(source: string, key: string, text: string): Edit | null {
  return set(source, key, (format, value) =>
    value && value.quote === '' && value.text !== '' && isPlain(text, format)
      ? text
      : quoted(text, format, value?.quote),
  )
}

/** Dates and switches stand without quotes where the format allows it. */
export function setBare(source: string, key: string, text: string): Edit | null {
  return set(source, key, (format, value) => {
    if (value?.quote) return quoted(text, format, value.quote)
    return format === 'json' && text !== 'true' && text !== 'false' ? quoted(text, format) : text
  })
}

function set(source: string, key: string, written: (format: Format, value?: Value) => string): Edit | null {
  const reading = read(source)
  if ('fault' in reading) return null
  const { found } = reading
  const value = found.values.get(key)
  const insert = written(found.format, value)
  if (!value) return added(source, found, key, insert)
  const gap = value.from === value.to && source[value.from - 1] === ':' ? ' ' : ''
  return smallest(source, { from: value.from, to: value.to, insert: gap + insert })
}

function added(source: string, { format, end, values }: FrontMatter, key: string, written: string): Edit {
  const br = source.includes('\r\n') ? '\r\n' : '\n'
  if (format === 'json') {
    const indent = /^\{(\r?\n[ \t]*)/.exec(source.replace(/^\ufeff/, ''))?.[1] ?? ' '
    return { from: end, to: end, insert: `${values.size > 0 ? ',' : ''}${indent}"${key}": ${written}` }
  }
  const above = source.slice(0, end)
  const gap = format === 'toml' && source[end] !== '+' ? /(?:\r?\n)*$/.exec(above)![0] : ''
  const at = gap.length > br.length ? end - gap.length + br.length : end
  return { from: at, to: at, insert: `${key}${format === 'toml' ? ' = ' : ': '}${written}${br}` }
}

/** Leaves what both begin and end with where it is, so that others' carets in it stay too. */
function smallest(source: string, { from, to, insert }: Edit): Edit | null {
  if (source.slice(from, to) === insert) return null
  let begin = 0
  while (begin < Math.min(to - from, insert.length) && source[from + begin] === insert[begin]) begin++
  let end = 0
  while (end < Math.min(to - from, insert.length) - begin && source[to - 1 - end] === insert[insert.length - 1 - end])
    end++
  const edit = { from: from + begin, to: to - end, insert: insert.slice(begin, insert.length - end) }
  return splitsPair(source, edit) ? { from, to, insert } : edit
}

const splitsPair = (source: string, { from, to, insert }: Edit) =>
  /[\ud800-\udbff]$/.test(source.slice(Math.max(0, from - 1), from)) ||
  /^[\udc00-\udfff]/.test(source.slice(to, to + 1)) ||
  /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(insert)

export function addItem(source: string, key: string, text: string): Edit | null {
  const reading = read(source)
  if ('fault' in reading) return null
  const { format, values } = reading.found
  const value = values.get(key)
  const last = value?.kind === 'list' ? value.items.at(-1) : undefined
  if (!value || !last) {
    const before =
      value && value.kind === 'text' ? [value.text] : value?.kind === 'bare' && value.text ? [value.text] : []
    return set(source, key, () => `[${[...before, text].map((one) => quoted(one, format)).join(', ')}]`)
  }
  const styled = asTheLast(source, last, text, format)
  if (!value.block) return { from: last.to, to: last.to, insert: `, ${styled}` }
  const begin = source.lastIndexOf('\n', last.from) + 1
  const br = source.includes('\r\n') ? '\r\n' : '\n'
  const end = source.indexOf('\n', last.to)
  const after = source.slice(end - 1, end) === '\r' ? end - 1 : end
  return { from: after, to: after, insert: `${br}${source.slice(begin, last.from)}${styled}` }
}

function asTheLast(source: string, last: Item, text: string, format: Format): string {
  const quote = /^["']/.exec(source.slice(last.from, last.to))?.[0]
  return !quote && isPlain(text, format) ? text : quoted(text, format, quote)
}

export function removeItem(source: string, key: string, text: string): Edit | null {
  const reading = read(source)
  if ('fault' in reading) return null
  const { format, values } = reading.found
  const value = values.get(key)
  if (value && value.kind !== 'list') return set(source, key, () => '[]')
  const index = value?.items.findIndex((item) => item.text === text) ?? -1
  const item = value?.items[index]
  if (!value || !item) return null
  if (value.items.length === 1) return { from: value.block ? value.from : item.from, ...onlyItem(source, value, item) }
  if (value.block) return wholeLine(source, item)
  return betweenCommas(source, value.items, index, format)
}

function onlyItem(source: string, value: Value, item: Item): { to: number; insert: string } {
  if (!value.block) {
    const comma = /^[ \t]*,/.exec(source.slice(item.to))?.[0].length ?? 0
    return { to: item.to + comma, insert: '' }
  }
  return { to: item.to, insert: source[value.from - 1] === ':' ? ' []' : '[]' }
}

const wholeLine = (source: string, item: Item): Edit => ({
  from: source.lastIndexOf('\n', item.from) + 1,
  to: source.indexOf('\n', item.to) + 1,
  insert: '',
})

function betweenCommas(source: string, items: Item[], index: number, format: Format): Edit {
  const item = items[index]!
  const before = items[index - 1]
  const joined = before && !/[\n#]/.test(source.slice(before.to, item.from))
  if (before && (joined || (format === 'json' && index === items.length - 1))) {
    return { from: before.to, to: item.to, insert: '' }
  }
  const comma = /^\s*,[ \t]*/.exec(source.slice(item.to))?.[0].length ?? 0
  return { from: item.from, to: item.to + comma, insert: '' }
}

/** Whether YAML reads these words as exactly this text without quotes. TOML and JSON always quote. */
const isPlain = (text: string, format: Format) =>
  format === 'yaml' &&
  /^[\p{L}][\p{L}\p{N} _./-]*$/u.test(text) &&
  text.trim() === text &&
  !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)

function quoted(text: string, format: Format, quote = '"'): string {
  const control = /[\p{Cc}\u2028\u2029]/u.test(text)
  if (quote === "'" && !control && (format === 'yaml' || !text.includes("'"))) {
    return `'${format === 'yaml' ? text.replaceAll("'", "''") : text}'`
  }
  return JSON.stringify(text).replaceAll('\x7f', '\\u007f')
}
