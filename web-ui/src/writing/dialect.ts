import { markdownLanguage } from '@codemirror/lang-markdown'
import { Language, LanguageSupport } from '@codemirror/language'
import { styleTags, tags } from '@lezer/highlight'
import type { BlockContext, InlineContext, Line, MarkdownConfig, MarkdownParser } from '@lezer/markdown'

const fences = ['+++', '---']

/** Front matter is no heading and no rule, whatever stands in it. */
function frontMatter(context: BlockContext, line: Line): boolean {
  const fence = line.text.trimEnd()
  if (context.lineStart !== 0 || !fences.includes(fence)) return false
  while (context.nextLine()) {
    if (line.text.trimEnd() !== fence) continue
    const end = context.lineStart + fence.length
    context.nextLine()
    context.addElement(context.elt('FrontMatter', 0, end))
    return true
  }
  context.addElement(context.elt('FrontMatter', 0, context.prevLineEnd()))
  return true
}

/** A shortcode's parameters are no Markdown: their underscores and stars mean nothing. */
function shortcode(context: InlineContext, next: number, at: number): number {
  if (next !== 123 || context.char(at + 1) !== 123) return -1
  const opening = context.char(at + 2)
  const closing = opening === 60 ? '>}}' : opening === 37 ? '%}}' : null
  const length = closing ? context.slice(at, context.end).indexOf(closing) : -1
  return length < 0 ? -1 : context.addElement(context.elt('Shortcode', at, at + length + 3))
}

const hugo: MarkdownConfig = {
  defineNodes: [{ name: 'FrontMatter', block: true }, 'Shortcode'],
  parseBlock: [{ name: 'FrontMatter', before: 'LinkReference', parse: frontMatter }],
  parseInline: [{ name: 'Shortcode', before: 'Escape', parse: shortcode }],
  props: [styleTags({ FrontMatter: tags.meta, Shortcode: tags.macroName })],
}

const parser = (markdownLanguage.parser as MarkdownParser).configure(hugo)

/** Without the parsers for HTML, CSS and JavaScript that markdown() brings along. */
export const hugoMarkdown = () => new LanguageSupport(new Language(markdownLanguage.data, parser, [], 'hugo-markdown'))
