import type { StateCommand } from '@codemirror/state'
import { inFrontMatter, oneStep } from './edit'
import { ownParagraph } from './tables'

export const rule: StateCommand = ({ state, dispatch }) => {
  if (inFrontMatter(state)) return true
  const { opening, closing, at } = ownParagraph(state)
  const insert = `${opening}---\n\n${closing.slice(0, -1)}`
  dispatch(state.update(oneStep({ from: at, insert }, { anchor: at + opening.length + 5 })))
  return true
}

/** A reference here and its note at the end, where the caret goes. */
export const footnote: StateCommand = ({ state, dispatch }) => {
  if (inFrontMatter(state)) return true
  const used = [...state.doc.toString().matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number))
  const number = Math.max(0, ...used) + 1
  const { to } = state.selection.main
  const end = state.doc.length
  const text = state.doc.toString()
  const before = text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n'
  const apart = /\[\^[^\]]+\]:[^\n]*\n$/.test(text) ? '' : before
  const changes = state.changes([
    { from: to, insert: `[^${number}]` },
    { from: end, insert: `${apart}[^${number}]: ` },
  ])
  dispatch(state.update(oneStep(changes, { anchor: changes.newLength })))
  return true
}
