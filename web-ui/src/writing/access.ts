import { EditorState, Transaction, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** Who reviews sees the text as it is written, and no key, menu or form of theirs changes it. */
export const accessOf = (mayWrite: boolean): Extension => (mayWrite ? [] : readOnly)

const readOnly: Extension = [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
  EditorState.changeFilter.of((transaction) => transaction.annotation(Transaction.remote) === true),
]
