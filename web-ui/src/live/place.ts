import type { ChangeDesc } from '@codemirror/state'

/** A selection, or nulls without focus. */
export interface Ends {
  readonly anchor: number | null
  readonly head: number | null
}

/**
 * A selection after changes, moved as CodeMirror moves its own: what is inserted at its edges stays outside. `side` is
 * where a mere caret goes at an insertion, 1 for behind it.
 */
export function follow({ anchor, head }: Ends, changes: ChangeDesc, side: -1 | 1 = -1): Ends {
  if (anchor === null || head === null) return { anchor: null, head: null }
  const along = (position: number, to: -1 | 1) => changes.mapPos(Math.min(position, changes.length), to)
  if (anchor === head) return { anchor: along(anchor, side), head: along(head, side) }
  return anchor < head
    ? { anchor: along(anchor, 1), head: along(head, -1) }
    : { anchor: along(anchor, -1), head: along(head, 1) }
}
