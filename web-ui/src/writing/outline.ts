import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

export interface Heading {
  level: number
  text: string
  from: number
}

/** Milliseconds that may be spent on reading a text to its end; of a huge one the rest is read later. */
const PATIENCE = 50

const marks = new Set(['HeaderMark', 'EmphasisMark', 'CodeMark', 'LinkMark', 'StrikethroughMark', 'URL', 'LinkTitle'])

/** The headings of a text in their order, and whether all of it has been read. */
export function outlineOf(state: EditorState): { headings: Heading[]; complete: boolean } {
  const whole = ensureSyntaxTree(state, state.doc.length, PATIENCE)
  const headings: Heading[] = []
  ;(whole ?? syntaxTree(state)).iterate({
    enter: ({ name, from, node }) => {
      const level = Number(/^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1])
      if (level) headings.push({ level, text: textOf(node, state), from })
      return !level
    },
  })
  return { headings, complete: whole !== null }
}

/** Which of the headings a position stands under; -1 above the first. */
export const headingAt = (headings: readonly Heading[], position: number) =>
  headings.findLastIndex(({ from }) => from <= position)

type Node = ReturnType<typeof syntaxTree>['topNode']

/** As it is read: without the marks of its Markdown and the attributes behind it. */
function textOf(heading: Node, state: EditorState): string {
  let text = ''
  let read = heading.from
  heading.cursor().iterate(({ name, from, to }) => {
    if (!marks.has(name)) return
    text += state.sliceDoc(read, from)
    read = to
  })
  text += state.sliceDoc(read, heading.to)
  return text.replace(/\s\{[#.][^{}]*\}\s*$/, '').trim() || 'Untitled'
}
