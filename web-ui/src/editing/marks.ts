import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type StateCommand,
  type TransactionSpec,
} from '@codemirror/state'
import { inFrontMatter, oneStep, segmentsOf, treeOf, type Span } from './edit'

/** A way to set words off, with the name of its node in the syntax tree. */
export interface Mark {
  node: string
  sign: string
}

export const bold: Mark = { node: 'StrongEmphasis', sign: '**' }
export const italic: Mark = { node: 'Emphasis', sign: '*' }
export const struck: Mark = { node: 'Strikethrough', sign: '~~' }
export const code: Mark = { node: 'InlineCode', sign: '`' }

interface Marked extends Span {
  inner: Span
}

export function toggle(mark: Mark): StateCommand {
  return ({ state, dispatch }) => {
    if (inFrontMatter(state)) return true
    const { main } = state.selection
    dispatch(state.update(main.empty ? atCaret(state, mark, main.head) : overSelection(state, mark)))
    return true
  }
}

/** Those marked so that touch a part of the text, outermost first. */
function markedIn(state: EditorState, { node }: Mark, { from, to }: Span): Marked[] {
  const marked: Marked[] = []
  const enter = (found: {
    name: string
    from: number
    to: number
    node: { firstChild: Span | null; lastChild: Span | null }
  }) => {
    const { firstChild, lastChild } = found.node
    if (found.name !== node || !firstChild || !lastChild) return
    marked.push({ from: found.from, to: found.to, inner: { from: firstChild.to, to: lastChild.from } })
  }
  treeOf(state, to).iterate({ from, to, enter })
  return marked
}

export const isMarked = (state: EditorState, mark: Mark, { from, to }: Span): boolean =>
  markedIn(state, mark, { from, to }).some((one) => one.from < from && to < one.to) ||
  pairAround(state, mark, { from, to })

function atCaret(state: EditorState, mark: Mark, at: number): TransactionSpec {
  const { sign } = mark
  const here = { from: at, to: at }
  const within = markedIn(state, mark, here).find((one) => one.from < at && at < one.to)
  // Who wrote the last word in bold goes on without.
  if (within && at === within.inner.to) return { selection: { anchor: within.to }, userEvent: 'select' }
  if (within) return oneStep(signsOf(within))
  if (pairAround(state, mark, here)) return oneStep({ from: at - sign.length, to: at + sign.length })
  const word = state.wordAt(at)
  if (
    word &&
    word.from < at &&
    at < word.to &&
    /^[\p{Script=Latin}\p{N}]+$/u.test(state.sliceDoc(word.from, word.to))
  ) {
    return oneStep(signsAround(word, sign), { anchor: at + sign.length })
  }
  return oneStep({ from: at, insert: sign + sign }, { anchor: at + sign.length })
}

const signsOf = ({ from, to, inner }: Marked): ChangeSpec[] => [
  { from, to: inner.from },
  { from: inner.to, to },
]

const signsAround = ({ from, to }: Span, sign: string): ChangeSpec[] => [
  { from, insert: sign },
  { from: to, insert: sign },
]

function overSelection(state: EditorState, mark: Mark): TransactionSpec {
  const segments = segmentsOf(state, state.selection.main)
  const removing =
    segments.length > 0 && segments.every((one) => coveredBy(state, mark, one) || pairAround(state, mark, one))
  const changes = state.changes(segments.flatMap((one) => (removing ? unmark : set)(state, mark, one)))
  const { from, to, anchor, head } = state.selection.main
  const [start, end] = [changes.mapPos(from, 1), changes.mapPos(to, -1)]
  return oneStep(changes, EditorSelection.single(anchor < head ? start : end, anchor < head ? end : start))
}

const coveredBy = (state: EditorState, mark: Mark, { from, to }: Span) =>
  markedIn(state, mark, { from, to }).findLast((one) => one.from <= from && to <= one.to)

/** Signs that stand around a text and yet do not mark it, as beside Japanese brackets, are its signs all the same. */
function pairAround(state: EditorState, { sign }: Mark, { from, to }: Span): boolean {
  const left = /([*~`])\1*$/.exec(state.sliceDoc(Math.max(0, from - 4), from))?.[0] ?? ''
  const right = /^([*~`])\1*/.exec(state.sliceDoc(to, to + 4))?.[0] ?? ''
  if (!left.endsWith(sign) || !right.startsWith(sign)) return false
  return sign !== '*' || (left.length % 2 === 1 && right.length % 2 === 1)
}

function unmark(state: EditorState, mark: Mark, segment: Span): ChangeSpec[] {
  const marked = coveredBy(state, mark, segment)
  if (!marked) {
    const { from, to } = segment
    return [
      { from: from - mark.sign.length, to: from },
      { from: to, to: to + mark.sign.length },
    ]
  }
  const { inner } = marked
  const sign = state.sliceDoc(marked.from, inner.from)
  const left = words(state.sliceDoc(inner.from, Math.max(inner.from, segment.from)).trimEnd())
  const right = words(state.sliceDoc(Math.min(inner.to, segment.to), inner.to).trimStart())
  return [
    left === '' ? { from: marked.from, to: inner.from } : { from: inner.from + left.length, insert: sign },
    right === '' ? { from: inner.to, to: marked.to } : { from: inner.to - right.length, insert: sign },
  ]
}

/** Signs of other marks are no words. */
const words = (text: string) => (/^[*_~`]*$/.test(text) ? '' : text)

/** What was marked in part becomes marked as a whole, with one sign at each end. */
function set(state: EditorState, mark: Mark, segment: Span): ChangeSpec[] {
  const touched = markedIn(state, mark, segment).filter(({ from, to }) => from < segment.to && to > segment.from)
  const from = Math.min(segment.from, ...touched.map((one) => one.from))
  const to = Math.max(segment.to, ...touched.map((one) => one.to))
  const [before, after] = mark === code ? ticks(state, from, to, touched) : [mark.sign, mark.sign]
  return [{ from, insert: before! }, ...touched.flatMap(signsOf), { from: to, insert: after! }]
}

/** Backticks within code need more of them around it. */
function ticks(state: EditorState, from: number, to: number, touched: readonly Marked[]): [string, string] {
  const without = state.changes(touched.flatMap(signsOf))
  const text = without.apply(state.doc).sliceString(from, without.mapPos(to, 1))
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const sign = '`'.repeat(longest + 1)
  const space = /^`|`$/.test(text) ? ' ' : ''
  return [sign + space, space + sign]
}
