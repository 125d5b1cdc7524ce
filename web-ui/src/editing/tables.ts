import type { EditorState, Line, StateCommand, TransactionSpec } from '@codemirror/state'
import { around, inFrontMatter, oneStep, type Span, type SyntaxNode } from './edit'

/** What stands in each cell of a line, without the space around it; an empty cell is a place. */
export function cellsOf({ text, from }: Pick<Line, 'text' | 'from'>): Span[] {
  const bars = [...text.matchAll(/\\.|\|/g)].filter(([found]) => found === '|').map(({ index }) => index)
  const starts = /^[\s>]*\|/.test(text) ? bars : [/^[\s>]*/.exec(text)![0].length - 1, ...bars]
  const ends = /\|\s*$/.test(text) && bars.length > 0 ? starts.slice(1) : [...starts.slice(1), text.length]
  return ends.map((end, index) => {
    const start = starts[index]! + 1
    const cell = text.slice(start, end)
    if (cell.trim() === '')
      return { from: from + start + Math.min(1, cell.length), to: from + start + Math.min(1, cell.length) }
    return { from: from + start + cell.length - cell.trimStart().length, to: from + start + cell.trimEnd().length }
  })
}

export const tableAt = (state: EditorState): SyntaxNode | null => {
  const { from } = state.doc.lineAt(state.selection.main.head)
  return around(state, from, ['Table'], 1) ?? around(state, state.selection.main.head, ['Table'])
}

interface Place {
  lines: Line[]
  row: number
  cell: number
}

function placeIn(state: EditorState, table: SyntaxNode): Place {
  const head = state.selection.main.head
  const first = state.doc.lineAt(table.from).number
  const last = state.doc.lineAt(table.to).number
  const lines = Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index))
  const row = state.doc.lineAt(head).number - first
  const cells = cellsOf(lines[row]!)
  const within = cells.findIndex(({ to }) => head <= to)
  return { lines, row, cell: within < 0 ? cells.length - 1 : within }
}

const select = ({ from, to }: Span): TransactionSpec => ({
  selection: { anchor: from, head: to },
  userEvent: 'select',
  scrollIntoView: true,
})

/** The row of dashes is no place to write. */
const writable = (row: number) => row !== 1

/** From cell to cell; behind the last one a row begins. */
export const nextCell: StateCommand = ({ state, dispatch }) => {
  const table = tableAt(state)
  if (!table) return false
  const { lines, row, cell } = placeIn(state, table)
  const rest = writable(row) ? cellsOf(lines[row]!).slice(cell + 1) : []
  const later = lines.slice(row + 1).flatMap((line, index) => (writable(row + 1 + index) ? cellsOf(line) : []))
  const next = rest[0] ?? later[0]
  dispatch(state.update(next ? select(next) : rowBelow(lines, lines.length - 1)))
  return true
}

export const previousCell: StateCommand = ({ state, dispatch }) => {
  const table = tableAt(state)
  if (!table) return false
  const { lines, row, cell } = placeIn(state, table)
  const before = lines.slice(0, row).flatMap((line, index) => (writable(index) ? cellsOf(line) : []))
  const previous = [...before, ...(writable(row) ? cellsOf(lines[row]!).slice(0, cell) : [])].at(-1)
  if (previous) dispatch(state.update(select(previous)))
  return true
}

/** A row below this one; an empty last row ends the table. */
export const nextRow: StateCommand = ({ state, dispatch }) => {
  const table = tableAt(state)
  if (!table || !state.selection.main.empty) return false
  const { lines, row } = placeIn(state, table)
  const empty = cellsOf(lines[row]!).every(({ from, to }) => from === to)
  const ends = empty && row > 1 && row === lines.length - 1
  dispatch(state.update(ends ? endTable(lines[row]!) : rowBelow(lines, Math.max(row, 1))))
  return true
}

function rowBelow(lines: Line[], row: number): TransactionSpec {
  const { to } = lines[Math.min(row, lines.length - 1)]!
  const before = /^[\s>]*/.exec(lines[0]!.text)![0]
  const insert = `\n${before}|${'  |'.repeat(cellsOf(lines[0]!).length)}`
  return oneStep({ from: to, insert }, { anchor: to + before.length + 3 })
}

const endTable = ({ from, to }: Line): TransactionSpec => oneStep({ from, to, insert: '\n' }, { anchor: from + 1 })

/** A table with its first heading selected, in a paragraph of its own. */
export const insertTable: StateCommand = ({ state, dispatch }) => {
  if (inFrontMatter(state)) return true
  const { opening, closing, at } = ownParagraph(state)
  const insert = `${opening}| Heading | Heading |\n| --- | --- |\n|  |  |${closing}`
  const anchor = at + opening.length + 2
  dispatch(state.update(oneStep({ from: at, insert }, { anchor, head: anchor + 'Heading'.length })))
  return true
}

/** What must stand around something in a text, by default at the selection's end, so that it is a block for itself. */
export function ownParagraph(state: EditorState, from = state.selection.main.to, at = from) {
  const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(at)]
  const above = first.number > 1 && state.doc.line(first.number - 1).text.trim() !== ''
  const below = last.number < state.doc.lines && state.doc.line(last.number + 1).text.trim() !== ''
  const before = state.sliceDoc(first.from, from).trim() !== ''
  const after = state.sliceDoc(at, last.to).trim() !== ''
  return { at, opening: before ? '\n\n' : above ? '\n' : '', closing: after ? '\n\n' : below ? '\n' : '' }
}
