import { ChangeSet, type TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/**
 * What others write above a place does not move it on the screen: the place where one writes, or, when that is out of
 * sight, the first line that is in sight.
 */
export function steadily(view: EditorView, spec: TransactionSpec, place: number): void {
  const { changes } = spec
  const held = changes instanceof ChangeSet ? inSight(view, place) : null
  if (!(changes instanceof ChangeSet) || held === null || !touchesBefore(changes, held)) return view.dispatch(spec)
  const before = wantedTop(view, topOf(view, held))
  view.dispatch(spec)
  const after = topOf(view, changes.mapPos(held, -1))
  if (before === null || after === null) return
  if (Math.abs(after - before) >= 1) view.scrollDOM.scrollTop += after - before
  wanted.set(view, before)
}

/** Where the place held last should have come to stand: scrolling knows whole pixels only, and what is lost adds up. */
const wanted = new WeakMap<EditorView, number>()

function wantedTop(view: EditorView, top: number | null): number | null {
  const before = wanted.get(view)
  return top !== null && before !== undefined && Math.abs(top - before) < 1 ? before : top
}

function touchesBefore(changes: ChangeSet, place: number): boolean {
  let first = Infinity
  changes.iterChangedRanges((from) => (first = Math.min(first, from)))
  return first < place
}

function inSight(view: EditorView, place: number): number | null {
  const { top, bottom } = view.scrollDOM.getBoundingClientRect()
  if (bottom - top === 0) return null
  const at = topOf(view, place)
  if (at !== null && at >= top && at < bottom) return place
  return view.lineBlockAtHeight(view.scrollDOM.scrollTop).from
}

/** Asking for it makes the editor finish what it has to measure and to scroll. */
const topOf = (view: EditorView, position: number) => view.coordsAtPos(position, -1)?.top ?? null
