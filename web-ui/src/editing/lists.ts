import { insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import { type ChangeSpec, type EditorState, type StateCommand, type Transaction } from '@codemirror/state'
import { around, lead, oneStep, type SyntaxNode } from './edit'

const goOn = insertNewlineContinueMarkupCommand({ nonTightLists: false })

/** The next item; an empty item ends its list, with an empty line after it, for else what follows would belong to it. */
export const nextItem: StateCommand = ({ state, dispatch }) =>
  goOn({
    state,
    dispatch: (transaction) => {
      const { newDoc, newSelection, changes } = transaction
      const line = newDoc.lineAt(newSelection.main.head)
      const above = line.number > 1 ? newDoc.line(line.number - 1).text : ''
      const ended = newDoc.lines === state.doc.lines && line.text === '' && above.trim() !== ''
      if (!ended) return dispatch(transaction)
      const apart = transaction.state.changes({ from: line.from, insert: '\n' })
      dispatch(state.update(oneStep(changes.compose(apart), { anchor: line.from + 1 })))
    },
  })

const items = ['ListItem']

/** Makes the selected items part of the item before them; they stay where there is none. */
export const indentItem: StateCommand = ({ state, dispatch }) => {
  const selected = selectedItems(state)
  if (selected.length === 0) return false
  const before = itemBefore(selected[0]!)
  const width = before ? contentColumn(state, before) - column(state, selected[0]!) : 0
  if (width > 0)
    dispatch(
      renumbered(
        state,
        selected.flatMap((item) => shift(state, item, width)),
      ),
    )
  return true
}

/** Takes the selected items out of the item that they are part of. */
export const outdentItem: StateCommand = ({ state, dispatch }) => {
  const selected = selectedItems(state)
  if (selected.length === 0) return false
  const parent = selected[0]!.parent?.parent
  const width = parent?.name === 'ListItem' ? column(state, parent) - column(state, selected[0]!) : 0
  if (width < 0)
    dispatch(
      renumbered(
        state,
        selected.flatMap((item) => shift(state, item, width)),
      ),
    )
  return true
}

function itemBefore(item: SyntaxNode): SyntaxNode | null {
  let before = item.prevSibling
  while (before && before.name !== 'ListItem') before = before.prevSibling
  return before
}

/** The items of one list that the selection touches, without those within them. */
function selectedItems(state: EditorState): SyntaxNode[] {
  const { from, to } = state.selection.main
  const first = itemOf(state, from)
  const selected: SyntaxNode[] = []
  for (let item = first; item && item.from <= to; item = item.nextSibling)
    if (item.name === 'ListItem') selected.push(item)
  return selected
}

/** The item whose first line this is, or, in its later lines, the one that they belong to. */
function itemOf(state: EditorState, at: number): SyntaxNode | null {
  const line = state.doc.lineAt(at)
  const led = lead.exec(line.text)![0].length
  const item = around(state, line.from + Math.max(led - 1, 0), items, 1) ?? around(state, line.from + led, items)
  return item && item.to >= line.from ? item : null
}

const column = (state: EditorState, item: SyntaxNode) => item.from - state.doc.lineAt(item.from).from

function contentColumn(state: EditorState, item: SyntaxNode): number {
  const mark = item.getChild('ListMark')!
  return column(state, item) + mark.to - mark.from + 1
}

/** All lines of an item, those within it included, go so many columns right or left. */
function shift(state: EditorState, item: SyntaxNode, width: number): ChangeSpec[] {
  const changes: ChangeSpec[] = []
  const at = column(state, item)
  for (let from = item.from; from <= item.to;) {
    const line = state.doc.lineAt(from)
    const spaces = /^[ \t]*/.exec(line.text.slice(at + Math.min(0, width)))![0].length
    const start = line.from + at + Math.min(0, width)
    if (line.text.trim() !== '' && width > 0)
      changes.push({ from: line.from + Math.min(at, line.length), insert: ' '.repeat(width) })
    if (width < 0 && start < line.to) changes.push({ from: start, to: start + Math.min(-width, spaces) })
    from = line.to + 1
  }
  return changes
}

/** The change together with what makes the numbers of all lists around it follow each other again. */
function renumbered(state: EditorState, changes: ChangeSpec[]): Transaction {
  const { state: next, changes: moved } = state.update({ changes })
  const numbers: ChangeSpec[] = []
  const head = next.selection.main.head
  const outermost = outermostList(next, head)
  if (outermost) collectNumbers(next, outermost, numbers)
  return state.update(oneStep(moved.compose(next.changes(numbers))))
}

function outermostList(state: EditorState, at: number): SyntaxNode | null {
  let list: SyntaxNode | null = null
  for (let node = itemOf(state, at); node; node = around(state, node.from, items, -1)) {
    if (list && node.parent!.from >= list.from) break
    list = node.parent
  }
  while (list?.parent?.name === 'ListItem') list = list.parent.parent
  return list
}

function collectNumbers(state: EditorState, list: SyntaxNode, numbers: ChangeSpec[]) {
  const all = list.getChildren('ListItem')
  const nested = list.parent?.name === 'ListItem'
  const numberOf = (item: SyntaxNode) => parseInt(state.sliceDoc(item.from, item.from + 9), 10)
  const first = nested || all.length === 0 ? 1 : numberOf(all[0]!)
  all.forEach((item, index) => {
    if (list.name === 'OrderedList' && numberOf(item) !== first + index) {
      numbers.push({ from: item.from, to: item.from + String(numberOf(item)).length, insert: String(first + index) })
    }
    for (let child = item.firstChild; child; child = child.nextSibling) {
      if (child.name === 'OrderedList' || child.name === 'BulletList') collectNumbers(state, child, numbers)
    }
  })
}
