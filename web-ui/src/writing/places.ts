import { StateEffect, StateField, type EditorState, type TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Place } from '../images/additions.svelte'

interface Held {
  id: number
  at: number
}

const begin = StateEffect.define<Held>()
const end = StateEffect.define<number>()

/** Where images that are still on their way will stand, whatever is typed meanwhile. */
export const placesField = StateField.define<readonly Held[]>({
  create: () => [],
  update(places, { changes, effects }) {
    let next = changes.empty ? places : places.map(({ id, at }) => ({ id, at: changes.mapPos(at, 1) }))
    for (const effect of effects) {
      if (effect.is(begin)) next = [...next, effect.value]
      if (effect.is(end)) next = next.filter(({ id }) => id !== effect.value)
    }
    return next
  },
})

let count = 0

export function hold(view: EditorView, at: number): Place {
  const id = ++count
  view.dispatch({ effects: begin.of({ id, at }) })
  return {
    has: (path) => shows(view.state, path),
    put(text) {
      const held = view.state.field(placesField).find((one) => one.id === id)
      if (held) view.dispatch(ownParagraph(view.state, held.at, text))
    },
    release: () => view.dispatch({ effects: end.of(id) }),
  }
}

/** An image that the text shows already was only missing. */
export const shows = (state: EditorState, path: string) => state.doc.toString().includes(path)

/** A paragraph of its own, with the author's cursor behind it if it was there. */
export function ownParagraph(state: EditorState, at: number, text: string): TransactionSpec {
  const line = state.doc.lineAt(at)
  const before = state.sliceDoc(line.from, at).trim() ? '\n\n' : ''
  const after = state.sliceDoc(at, line.to).trim() ? '\n\n' : ''
  const here = state.selection.main.head === at
  return {
    changes: { from: at, insert: before + text + after },
    ...(here ? { selection: { anchor: at + before.length + text.length }, scrollIntoView: true } : {}),
    userEvent: 'input.image',
  }
}
