import { EditorState, StateEffect, StateField, Transaction, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

const turned = StateEffect.define<boolean>()

const field = StateField.define<boolean>({
  create: () => false,
  update: (on, { effects }) => effects.findLast((effect) => effect.is(turned))?.value ?? on,
  provide: (on) =>
    EditorView.editorAttributes.from(on, (isOn): Record<string, string> => (isOn ? { class: 'calm' } : {})),
})

export const isCalm = (state: EditorState) => state.field(field)

/** The line that is written stays in the middle, whoever else writes; a click does not move what was clicked. */
const typewriter = EditorState.transactionExtender.of((transaction) => {
  const { startState, newSelection, docChanged, selection } = transaction
  if (!startState.field(field) || (!docChanged && !selection)) return null
  if (transaction.annotation(Transaction.remote) || transaction.isUserEvent('select.pointer')) return null
  return { effects: EditorView.scrollIntoView(newSelection.main.head, { y: 'center' }) }
})

const theme = EditorView.theme({
  '&.calm .cm-content': { paddingTop: '45vh', paddingBottom: '45vh' },
})

/** Focus mode: nothing but the text. */
export const calm = (): Extension => [field, typewriter, theme]

export function setCalm(view: EditorView, on: boolean) {
  if (on) hideOthers(view.dom)
  else showOthers()
  const center = EditorView.scrollIntoView(view.state.selection.main.head, { y: 'center' })
  view.dispatch({ effects: [turned.of(on), center] })
}

/** Whatever stands beside the editor on the screen goes; what is announced and what is asked stays. */
function hideOthers(editor: HTMLElement) {
  for (let inner = editor; inner.parentElement && inner.parentElement.id !== 'studio'; inner = inner.parentElement) {
    inner.parentElement.classList.add('around-calm')
    for (const other of inner.parentElement.children) {
      if (other !== inner && !other.matches('dialog, [aria-live]')) other.classList.add('beside-calm')
    }
  }
}

function showOthers() {
  for (const name of ['around-calm', 'beside-calm']) {
    for (const element of document.querySelectorAll(`.${name}`)) element.classList.remove(name)
  }
}
