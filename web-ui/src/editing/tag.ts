/** A shortcode's pair of double braces, read as the server reads it. */
export interface Tag {
  /** What it ends before, counted from where it begins. */
  length: number
  sign: '<' | '%'
  name: string
  closing: boolean
  selfClosing: boolean
  /** Written to be shown, not called; then nothing else is known of it. */
  escaped: boolean
  args: readonly Argument[]
}

export interface Argument {
  /** Null for one that is known by its place. */
  key: string | null
  value: string
  from: number
  to: number
}

/** The longest that the server reads, in UTF-16 units. */
const bound = 20_000

const opening = /\s*(\/?)\s*([\p{L}\p{N}_][\p{L}\p{N}_./-]{0,99})/uy
const argument =
  /\s*(?:([\p{L}\p{N}_-]{1,100})\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|((?:[^\s"`=<>%}/]|\/(?![>%]\}\}))+))/suy
const ending = /\s*(\/?)([<>%])\}\}/y

/** The tag at a text's beginning, or null. */
export function tagAt(whole: string): Tag | null {
  const text = whole.slice(0, bound)
  const sign = text[2]
  if (!text.startsWith('{{') || (sign !== '<' && sign !== '%')) return null
  return text.startsWith('/*', 3) ? escaped(text, sign) : called(text, sign)
}

function escaped(text: string, sign: '<' | '%'): Tag | null {
  const close = sign === '%' ? '*/%}}' : '*/>}}'
  const end = text.indexOf(close, 5)
  if (end < 0) return null
  const length = end + close.length
  return { length, sign, name: '', closing: false, selfClosing: false, escaped: true, args: [] }
}

function called(text: string, sign: '<' | '%'): Tag | null {
  const head = matched(opening, text, 3)
  if (!head) return null
  const args: Argument[] = []
  let at = opening.lastIndex
  for (let found = matched(argument, text, at); found; found = matched(argument, text, at)) {
    at = argument.lastIndex
    const value = found[2]?.replace(/\\n/g, '\n').replace(/\\(["\\])/g, '$1') ?? found[3] ?? found[4] ?? ''
    const from = found.index + found[0].length - found[0].trimStart().length
    args.push({ key: found[1] ?? null, value, from, to: at })
  }
  const end = matched(ending, text, at)
  if (end?.[2] !== (sign === '%' ? '%' : '>')) return null
  const { lastIndex: length } = ending
  return { length, sign, name: head[2]!, closing: head[1] === '/', selfClosing: end[1] === '/', escaped: false, args }
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The same tag with other values, by key or (from "0") by place: what is not named in them stays as it was written. */
export function withValues(text: string, tag: Tag, values: ReadonlyMap<string, string>): string {
  const left = new Map(values)
  let place = 0
  const parts = tag.args.flatMap(({ key, value, from, to }) => {
    const name = key ?? String(place++)
    const wanted = left.get(name) ?? value
    left.delete(name)
    if (wanted === value) return [text.slice(from, to)]
    return wanted === '' ? [] : [key === null ? quoted(wanted) : `${key}=${quoted(wanted)}`]
  })
  for (const [key, value] of left)
    if (value !== '') parts.push(/^\d$/.test(key) ? quoted(value) : `${key}=${quoted(value)}`)
  return written(tag, parts)
}

function written({ sign, name, selfClosing }: Tag, parts: readonly string[]): string {
  return [`{{${sign}`, name, ...parts, `${selfClosing ? '/' : ''}${sign === '<' ? '>' : '%'}}}`].join(' ')
}

function quoted(value: string): string {
  if (/^(?:true|false|\d{1,6})$/.test(value)) return value
  return `"${value.replace(/[\\"]/g, '\\$&').replace(/\s*\n\s*/g, ' ')}"`
}
