import { ChangeSet, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** What others write above a place that is in sight does not move it on the screen. */
export function steadily(view: EditorView, spec: TransactionSpec, place: number): void {
  const { changes } = spec
  const above = changes instanceof ChangeSet && touchesBefore(changes, place)
  const height = above ? heightInSight(view, place) : null
  if (!above || height === null) return view.dispatch(spec)
  const effects = EditorView.scrollIntoView(changes.mapPos(place, -1), { y: 'start', yMargin: height })
  view.dispatch({ ...spec, effects })
}

function touchesBefore(changes: ChangeSet, place: number): boolean {
  let first = Infinity
  changes.iterChangedRanges((from) => (first = Math.min(first, from)))
  return first < place
}

function heightInSight(view: EditorView, place: number): number | null {
  const at = view.coordsAtPos(place)
  const sight = view.scrollDOM.getBoundingClientRect()
  return at && at.bottom > sight.top && at.top < sight.bottom ? at.top - sight.top : null
}
