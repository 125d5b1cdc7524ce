import { InlineContext, type BlockContext, type Element, type InlineParser, type Line } from '@lezer/markdown'
import { Braces, closes } from './head'
import { tagAt, type Tag } from './tag'

type Maker = Pick<BlockContext, 'elt'>

const keys = {
  '+++': /^([ \t]*)([\w."' -]*[\w"'])(?=[ \t]*=)|^([ \t]*)(\[\[?[^\]]*\]\]?)/,
  '---': /^([ \t]*(?:- )*)([\p{L}\p{N}_."'-]+)(?=[ \t]*:)/u,
  '{': /^([ \t{[,]*)("(?:[^"\\]|\\.)*")(?=[ \t]*:)/,
}

type Fence = keyof typeof keys

const fenceOf = (text: string): Fence | null => {
  const start = text.trimEnd()
  return start === '+++' || start === '---' ? start : /^\{(?!\{)/.test(start) ? '{' : null
}

/** Front matter is no heading and no rule, whatever stands in it. */
export function frontMatter(context: BlockContext, line: Line): boolean {
  const fence = context.lineStart === 0 ? fenceOf(line.text) : null
  if (!fence) return false
  const parts: Element[] = fence === '{' ? [] : [mark(context, 0, fence.length)]
  const braces = new Braces()
  for (let open = fence !== '{' ? context.nextLine() : true; open; open = context.nextLine()) {
    const { lineStart: from } = context
    const closed = fence === '{' ? braces.end(line.text) >= 0 : closes(line.text, fence)
    parts.push(...(closed && fence !== '{' ? [mark(context, from, from + 3)] : settings(context, fence, line.text)))
    if (!closed) continue
    context.addElement(context.elt('FrontMatter', 0, from + line.text.trimEnd().length, parts))
    context.nextLine()
    return true
  }
  context.addElement(context.elt('FrontMatter', 0, context.prevLineEnd(), parts))
  return true
}

const mark = (maker: Maker, from: number, to: number) => maker.elt('FrontMatterMark', from, to)

function settings(context: BlockContext, fence: Fence, text: string): Element[] {
  const { lineStart } = context
  if (fence !== '{' && /^[ \t]*#/.test(text)) {
    return [context.elt('FrontMatterComment', lineStart, lineStart + text.length)]
  }
  const found = keys[fence].exec(text)
  if (!found) return []
  const from = lineStart + (found[1] ?? found[3] ?? '').length
  return [context.elt('FrontMatterKey', from, lineStart + found[0].length)]
}

/** A shortcode's values are no Markdown: their underscores and stars mean nothing. */
export function shortcode(context: InlineContext, next: number, at: number): number {
  if (next !== 123 || context.char(at + 1) !== 123) return -1
  const text = context.slice(at, context.end)
  const tag = tagAt(text)
  return tag ? context.addElement(shortcodeElement(context, at, text, tag)) : -1
}

function shortcodeElement(maker: Maker, at: number, text: string, tag: Tag): Element {
  if (tag.escaped) return maker.elt('EscapedShortcode', at, at + tag.length)
  const name = at + text.indexOf(tag.name, 3)
  const values = tag.args.map(({ from, to }) => maker.elt('ShortcodeValue', at + from, at + to))
  return maker.elt('Shortcode', at, at + tag.length, [
    maker.elt('ShortcodeName', name, name + tag.name.length),
    ...values,
  ])
}

/** What stands between the tags of highlight is code. */
export function highlighted(context: BlockContext, line: Line): boolean {
  const tag = line.text.startsWith('{{', line.pos) ? tagAt(line.text.slice(line.pos)) : null
  if (tag?.name !== 'highlight' || tag.closing || tag.selfClosing) return false
  const from = context.lineStart + line.pos
  if (line.text.slice(line.pos + tag.length).includes('{{')) return false
  const parts = [shortcodeElement(context, from, line.text.slice(line.pos), tag)]
  const code = from + tag.length
  while (context.nextLine()) {
    const end = /\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/.exec(line.text)
    if (!end) continue
    const at = context.lineStart + end.index
    parts.push(context.elt('CodeText', code, at), context.elt('Shortcode', at, at + end[0].length))
    context.addElement(context.elt('Highlighted', from, context.lineStart + line.text.length, parts))
    context.nextLine()
    return true
  }
  context.addElement(context.elt('Highlighted', from, context.prevLineEnd(), parts))
  return true
}

const punctuation = /[!-/:-@[-`{-~]|\p{P}/u
const space = /\s|^$/

/**
 * Where emphasis begins and ends as Goldmark sees it: of the signs beyond ASCII none is punctuation, which CommonMark
 * since 0.31 says of all. It matters beside Japanese, where a text in bold may end with a star or a note.
 */
export const emphasis: InlineParser = {
  name: 'Emphasis',
  parse(context, next, start) {
    if (next !== 95 && next !== 42) return -1
    let end = start + 1
    while (context.char(end) === next) end++
    const [before, after] = [context.slice(start - 1, start), context.slice(end, end + 1)]
    const left = !space.test(after) && (!punctuation.test(after) || space.test(before) || punctuation.test(before))
    const right = !space.test(before) && (!punctuation.test(before) || space.test(after) || punctuation.test(after))
    const opens = left && (next === 42 || !right || punctuation.test(before))
    const closesIt = right && (next === 42 || !left || punctuation.test(after))
    const type = next === 42 ? InlineContext.emphasisAsterisk : InlineContext.emphasisUnderscore
    return context.addDelimiter(type, start, end, opens, closesIt)
  },
}

/** A reference to a footnote; what it refers to begins with the same sign. */
export function footnote(context: InlineContext, next: number, at: number): number {
  const found = next === 91 ? /^\[\^[^\]\s]{1,100}\]:?/.exec(context.slice(at, Math.min(at + 110, context.end))) : null
  return found ? context.addElement(context.elt('FootnoteMark', at, at + found[0].length)) : -1
}
