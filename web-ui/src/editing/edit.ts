import { isolateHistory } from '@codemirror/commands'
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { ChangeSpec, EditorSelection, EditorState, SelectionRange, TransactionSpec } from '@codemirror/state'

type Tree = ReturnType<typeof syntaxTree>
export type SyntaxNode = Tree['topNode']

export interface Span {
  from: number
  to: number
}

/** One command is one step to undo, whatever was typed just before it and is typed just after. */
export function oneStep(
  changes: ChangeSpec,
  selection?: EditorSelection | { anchor: number; head?: number },
): TransactionSpec {
  const step = { changes, userEvent: 'input.format', annotations: isolateHistory.of('full'), scrollIntoView: true }
  return selection ? { ...step, selection } : step
}

/** What is known of the text up to there; a very long text may not have been read that far in time. */
export const treeOf = (state: EditorState, to: number): Tree => ensureSyntaxTree(state, to, 200) ?? syntaxTree(state)

/** Front matter has a form of its own: no command for Markdown changes it. */
export function inFrontMatter(state: EditorState, { from } = state.selection.main): boolean {
  const first = syntaxTree(state).topNode.firstChild
  return first?.name === 'FrontMatter' && from <= first.to && state.doc.length > 0
}

/** The nearest of these nodes around a place. */
export function around(
  state: EditorState,
  at: number,
  names: readonly string[],
  side: -1 | 0 | 1 = -1,
): SyntaxNode | null {
  let node: SyntaxNode | null = treeOf(state, at).resolveInner(at, side)
  while (node && !names.includes(node.name)) node = node.parent
  return node
}

/** What stands before a line's own words: indentation, signs of quotes, and the sign of a heading or an item. */
export const lead =
  /^([ \t]*(?:>[ \t]?)*[ \t]*)((#{1,6})(?:[ \t]+|$)|([-*+])[ \t]+(?:\[([ xX])\](?:[ \t]+|$))?|(\d{1,9})[.)][ \t]+)?/

/** The parts of a selection that stand in one line each, without the space around them and what leads a line. */
export function segmentsOf(state: EditorState, { from, to }: SelectionRange): Span[] {
  const segments: Span[] = []
  for (let at = from; at <= to; at = state.doc.lineAt(at).to + 1) {
    const line = state.doc.lineAt(at)
    const start = Math.max(from, line.from + lead.exec(line.text)![0].length)
    const text = state.sliceDoc(start, Math.max(start, Math.min(to, line.to)))
    if (text.trim() === '') continue
    const begins = start + text.length - text.trimStart().length
    segments.push({ from: begins, to: begins + text.trim().length })
  }
  return segments
}
