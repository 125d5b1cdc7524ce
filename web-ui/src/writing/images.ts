import { StateEffect, StateField, type EditorState, type Extension, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { isImage } from '../library/importing'

export type Upload = (image: File) => Promise<string>

interface Place {
  id: number
  at: number
}

const begin = StateEffect.define<Place>()
const end = StateEffect.define<number>()

/** Where the images that are still on their way will stand, whatever is typed meanwhile. */
const placesField = StateField.define<readonly Place[]>({
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

export async function insertImages(view: EditorView, images: readonly File[], upload: Upload, at: number) {
  const id = ++count
  view.dispatch({ effects: begin.of({ id, at }) })
  for (const image of images) {
    const path = await upload(image).catch(() => null)
    const place = view.state.field(placesField).find((one) => one.id === id)
    if (path && place && !shows(view.state, path)) view.dispatch(figureAt(view.state, place.at, path))
  }
  view.dispatch({ effects: end.of(id) })
}

/** An image that the text shows already was only missing. */
export const shows = (state: EditorState, path: string) => state.doc.toString().includes(path)

/** The figure in a paragraph of its own, with the author's cursor in its alternative text if it was there. */
export function figureAt(state: EditorState, at: number, path: string): TransactionSpec {
  const line = state.doc.lineAt(at)
  const before = state.sliceDoc(line.from, at).trim() ? '\n\n' : ''
  const after = state.sliceDoc(at, line.to).trim() ? '\n\n' : ''
  const opening = `${before}{{< figure src="${path}" alt="`
  const insert = `${opening}" >}}${after}`
  const here = state.selection.main.head === at
  return {
    changes: { from: at, insert },
    ...(here ? { selection: { anchor: at + opening.length }, scrollIntoView: true } : {}),
    userEvent: 'input.image',
  }
}

export function imagesByPasteAndDrop(upload: Upload): Extension {
  const take = (view: EditorView, event: Event, files: readonly File[], at: number) => {
    const images = files.filter(isImage)
    if (images.length === 0) return false
    event.preventDefault()
    void insertImages(view, images, upload, at)
    return true
  }
  const handlers = EditorView.domEventHandlers({
    paste: (event, view) => take(view, event, [...(event.clipboardData?.files ?? [])], view.state.selection.main.head),
    drop: (event, view) => take(view, event, [...(event.dataTransfer?.files ?? [])], placeOf(event, view)),
  })
  return [placesField, handlers]
}

function placeOf(event: DragEvent, view: EditorView): number {
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head
  view.dispatch({ selection: { anchor: at } })
  return at
}
