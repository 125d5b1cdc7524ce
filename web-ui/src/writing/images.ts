import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { isImage } from '../library/importing'
import { placesField } from './places'

/** Images that were pasted or dropped, and the position where. */
export type Take = (images: readonly File[], at: number) => void

export function imagesByPasteAndDrop(take: Take): Extension {
  const taken = (event: Event, files: FileList | undefined, at: () => number) => {
    const images = [...(files ?? [])].filter(isImage)
    if (images.length === 0) return false
    event.preventDefault()
    take(images, at())
    return true
  }
  const handlers = EditorView.domEventHandlers({
    paste: (event, view) => taken(event, event.clipboardData?.files, () => view.state.selection.main.head),
    drop: (event, view) => taken(event, event.dataTransfer?.files, () => placeOf(event, view)),
  })
  return [placesField, handlers]
}

function placeOf(event: DragEvent, view: EditorView): number {
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head
  view.dispatch({ selection: { anchor: at } })
  return at
}
