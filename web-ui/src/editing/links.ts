import type { EditorState, StateCommand, TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { around, inFrontMatter, oneStep, treeOf, type SyntaxNode } from './edit'

const isAddress = (text: string) => /^(?:https?:\/\/|mailto:)\S+$/.test(text)

export const link: StateCommand = ({ state, dispatch }) => {
  if (inFrontMatter(state)) return true
  const existing = linkAround(state)
  dispatch(state.update(existing ? unlinked(existing) : linked(state)))
  return true
}

/** The link that the whole selection stands in. */
export function linkAround(state: EditorState): SyntaxNode | null {
  const { from, to } = state.selection.main
  for (const side of [1, -1] as const) {
    const node = around(state, from, ['Link'], side)
    if (node && to <= node.to && node.getChildren('LinkMark').length === 4) return node
  }
  return null
}

function unlinked(node: SyntaxNode): TransactionSpec {
  const [open, close] = node.getChildren('LinkMark')
  return oneStep([
    { from: node.from, to: open!.to },
    { from: close!.from, to: node.to },
  ])
}

/** The caret goes where something is missing: into the address, or into the words when the address is there. */
function linked(state: EditorState): TransactionSpec {
  const { main } = state.selection
  const { from, to } = main.empty ? (state.wordAt(main.head) ?? main) : main
  const text = state.sliceDoc(from, to)
  if (isAddress(text)) return oneStep({ from, to, insert: `[](${target(text)})` }, { anchor: from + 1 })
  const insert = `[${text}]()`
  return oneStep({ from, to, insert }, { anchor: text ? from + insert.length - 1 : from + 1 })
}

/** An address as it can stand between parentheses. */
const target = (address: string) => (/^(?:[^()]|\([^()]*\))*$/.test(address) ? address : `<${address}>`)

const elsewhere = /Code|Link|Image|URL|FrontMatter|Shortcode|Highlighted|HTML/

/** What pasting an address over words makes of them; null where it should be pasted as it is. */
export function pastedOver(state: EditorState, pasted: string): TransactionSpec | null {
  const { from, to, empty } = state.selection.main
  const address = pasted.trim().replace(/^www\./, 'https://$&')
  const words = state.sliceDoc(from, to)
  if (empty || !isAddress(address) || isAddress(words) || /\n[ \t]*\n/.test(words)) return null
  let plain = true
  treeOf(state, to).iterate({ from, to, enter: ({ name }) => void (plain &&= !elsewhere.test(name)) })
  if (!plain) return null
  const insert = `[${words}](${target(address)})`
  return { ...oneStep({ from, to, insert }, { anchor: from + insert.length }), userEvent: 'input.paste' }
}

export const addressesByPaste = EditorView.domEventHandlers({
  paste(event, view) {
    const spec = pastedOver(view.state, event.clipboardData?.getData('text/plain') ?? '')
    if (spec) view.dispatch(spec)
    return spec !== null
  },
})
