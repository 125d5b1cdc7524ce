import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontSize: 'var(--source-size, 0.9375rem)',
    lineHeight: '1.75',
    overflowX: 'hidden',
  },
  '.cm-content': { padding: '1.5rem 0 40vh', caretColor: 'var(--accent)', maxWidth: '46rem', margin: '0 auto' },
  '.cm-line': { padding: '0 clamp(1rem, 4cqi, 2.25rem)', overflowWrap: 'anywhere' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px', marginLeft: '-1px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'light-dark(#c9e3e1, #23494b)',
  },
  '.cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panels.cm-panels-top': { borderBottom: '0' },
  // On a phone within the thumb's reach, above the keyboard on the screen.
  '@media (max-width: 48rem)': { '.cm-panels.cm-panels-top': { order: 1 } },
  '.cm-panels .cm-textfield, .cm-panels .cm-button': { fontSize: 'inherit', minHeight: '2rem' },
  '.cm-searchMatch': { backgroundColor: 'light-dark(#fbe7a3, #5a4a12)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--warn)' },
})

const highlighting = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700', color: 'var(--ink)' },
  { tag: tags.heading1, fontWeight: '700', fontSize: '1.12em' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: 'var(--accent)' },
  { tag: tags.url, color: 'var(--ink-soft)' },
  { tag: tags.monospace, color: 'light-dark(#7a3e12, #e8b98d)' },
  { tag: tags.quote, color: 'var(--ink-soft)', fontStyle: 'italic' },
  { tag: tags.propertyName, color: 'light-dark(#6b3fa0, #c8a8f0)' },
  { tag: tags.attributeValue, color: 'light-dark(#7a3e12, #e8b98d)' },
  { tag: tags.macroName, color: 'light-dark(#6b3fa0, #c8a8f0)' },
  { tag: [tags.meta, tags.comment], color: 'var(--ink-soft)' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], color: 'var(--ink-soft)' },
])

export const look = [theme, syntaxHighlighting(highlighting)]
