import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState, type StateCommand } from '@codemirror/state'
import { hugoMarkdown } from '../writing/dialect'

/** Texts for tests: `‸` is the caret, `⟦words⟧` are selected. */
export function written(text: string): EditorState {
  const doc = text.replace(/[‸⟦⟧]/g, '')
  const caret = text.indexOf('‸')
  const [open, close] = [text.indexOf('⟦'), text.indexOf('⟧') - 1]
  const selection = caret >= 0 ? { anchor: caret } : { anchor: Math.max(0, open), head: Math.max(0, close) }
  const state = EditorState.create({ doc, selection, extensions: hugoMarkdown() })
  ensureSyntaxTree(state, doc.length, 5_000)
  return state
}

export function told(state: EditorState): string {
  const { from, to, empty } = state.selection.main
  const [before, within, after] = [state.sliceDoc(0, from), state.sliceDoc(from, to), state.sliceDoc(to)]
  return empty ? `${before}‸${after}` : `${before}⟦${within}⟧${after}`
}

/** The text after one command, or null where it left the key to others. */
export function after(command: StateCommand, text: string): string | null {
  let state = written(text)
  const handled = command({ state, dispatch: (transaction) => (state = transaction.state) })
  return handled ? told(state) : null
}
