import { markdownLanguage } from '@codemirror/lang-markdown'
import { Language, LanguageSupport } from '@codemirror/language'
import { styleTags, tags } from '@lezer/highlight'
import type { MarkdownConfig, MarkdownParser } from '@lezer/markdown'
import { emphasis, footnote, frontMatter, highlighted, shortcode } from '../editing/syntax'

const hugo: MarkdownConfig = {
  defineNodes: [
    { name: 'FrontMatter', block: true },
    'FrontMatterMark',
    'FrontMatterKey',
    'FrontMatterComment',
    { name: 'Highlighted', block: true },
    'Shortcode',
    'ShortcodeName',
    'ShortcodeValue',
    'EscapedShortcode',
    'FootnoteMark',
  ],
  parseBlock: [
    { name: 'FrontMatter', before: 'LinkReference', parse: frontMatter },
    { name: 'Highlighted', before: 'LinkReference', parse: highlighted },
  ],
  parseInline: [
    emphasis,
    { name: 'Shortcode', before: 'Escape', parse: shortcode },
    { name: 'FootnoteMark', before: 'Link', parse: footnote },
  ],
  // Goldmark has none of these unless a site asks for them.
  remove: ['Subscript', 'Superscript', 'Emoji'],
  props: [
    styleTags({
      FrontMatter: tags.meta,
      FrontMatterMark: tags.processingInstruction,
      FrontMatterKey: tags.propertyName,
      FrontMatterComment: tags.comment,
      Shortcode: tags.macroName,
      ShortcodeName: tags.strong,
      ShortcodeValue: tags.attributeValue,
      EscapedShortcode: tags.monospace,
      FootnoteMark: tags.labelName,
    }),
  ],
}

const parser = (markdownLanguage.parser as MarkdownParser).configure(hugo)

/** Without the parsers for HTML, CSS and JavaScript that markdown() brings along. */
export const hugoMarkdown = () => new LanguageSupport(new Language(markdownLanguage.data, parser, [], 'hugo-markdown'))
