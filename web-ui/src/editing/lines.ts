import { EditorSelection, type ChangeSpec, type EditorState, type Line, type StateCommand } from '@codemirror/state'
import { around, inFrontMatter, lead, oneStep } from './edit'

export type Kind = 'text' | 'bullet' | 'ordered' | 'task' | `heading${1 | 2 | 3 | 4 | 5 | 6}`

interface Led {
  line: Line
  kind: Kind
  /** Where the sign stands that makes it that kind. */
  from: number
  to: number
  indent: number
}

export function ledBy(line: Line): Led {
  const [, before = '', sign = '', hashes, bullet, task, number] = lead.exec(line.text)!
  const from = line.from + before.length
  const kind = hashes
    ? (`heading${hashes.length}` as Kind)
    : number
      ? 'ordered'
      : task
        ? 'task'
        : bullet
          ? 'bullet'
          : 'text'
  return { line, kind, from, to: from + sign.length, indent: before.length }
}

export function linesOf(state: EditorState): Line[] {
  const { from, to } = state.selection.main
  const lines: Line[] = []
  for (let at = from; at <= to; at = lines.at(-1)!.to + 1) lines.push(state.doc.lineAt(at))
  const written = lines.filter(({ text }) => text.trim() !== '')
  return written.length > 0 ? written : lines.slice(0, 1)
}

/** Makes the selected lines this kind, or plain text where they are of it already. */
export function toggleKind(kind: Kind): StateCommand {
  return ({ state, dispatch }) => {
    if (inFrontMatter(state)) return true
    const lines = linesOf(state).map(ledBy)
    const wanted = lines.every((one) => kindOf(state, one) === kind) ? 'text' : kind
    const numbers = new Numbers()
    const changes = lines.flatMap((led) => [
      { from: led.from, to: led.to, insert: signOf(wanted, numbers.next(led.indent)) },
      ...underline(state, led),
    ])
    dispatch(state.update(moved(state, changes)))
    return true
  }
}

export function kindAt(state: EditorState): Kind {
  return kindOf(state, ledBy(state.doc.lineAt(state.selection.main.head)))
}

function kindOf(state: EditorState, led: Led): Kind {
  if (led.kind !== 'text') return led.kind
  const heading = setext(state, led)
  return heading ? (`heading${heading.name.slice(-1)}` as Kind) : 'text'
}

const setext = (state: EditorState, { line }: Led) =>
  line.text.trim() === '' ? null : around(state, line.from + 1, ['SetextHeading1', 'SetextHeading2'])

/** A heading that is underlined loses its line to the sign before it. */
function underline(state: EditorState, led: Led): ChangeSpec[] {
  const mark = setext(state, led)?.getChild('HeaderMark')
  const last = mark ? state.doc.lineAt(mark.from) : null
  return last && last.number > led.line.number ? [{ from: last.from - 1, to: last.to }] : []
}

function signOf(kind: Kind, number: number): string {
  if (kind.startsWith('heading')) return `${'#'.repeat(Number(kind.slice(-1)))} `
  return { bullet: '- ', task: '- [ ] ', ordered: `${number}. ` }[kind as string] ?? ''
}

/** Counts lines of one depth; deeper ones begin anew. */
class Numbers {
  readonly #reached = new Map<number, number>()

  next(indent: number): number {
    for (const depth of this.#reached.keys()) if (depth > indent) this.#reached.delete(depth)
    const number = (this.#reached.get(indent) ?? 0) + 1
    this.#reached.set(indent, number)
    return number
  }
}

function moved(state: EditorState, changes: ChangeSpec) {
  const set = state.changes(changes)
  const { anchor, head } = state.selection.main
  return oneStep(set, EditorSelection.single(set.mapPos(anchor, 1), set.mapPos(head, 1)))
}

export const quote: StateCommand = ({ state, dispatch }) => {
  if (inFrontMatter(state)) return true
  const removing = isQuoted(state)
  const lines = linesOf(state)
  const changes: ChangeSpec[] = []
  for (let number = lines[0]!.number; number <= lines.at(-1)!.number; number++) {
    const line = state.doc.line(number)
    const sign = /^([ \t]*)>[ \t]?/.exec(line.text)
    if (!removing) changes.push({ from: line.from, insert: '> ' })
    else if (sign) changes.push({ from: line.from + sign[1]!.length, to: line.from + sign[0].length })
  }
  dispatch(state.update(moved(state, changes)))
  return true
}

export const isQuoted = (state: EditorState) => linesOf(state).every(({ text }) => /^[ \t]*>/.test(text))

export const codeBlock: StateCommand = ({ state, dispatch }) => {
  if (inFrontMatter(state)) return true
  const fenced = around(state, state.selection.main.head, ['FencedCode'])
  dispatch(state.update(fenced ? moved(state, fencesOf(state, fenced.from, fenced.to)) : inFences(state)))
  return true
}

function fencesOf(state: EditorState, from: number, to: number): ChangeSpec[] {
  const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(to)]
  const closed = last.number > first.number && /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(last.text)
  const opening = { from: first.from, to: Math.min(state.doc.length, first.to + 1) }
  return closed ? [opening, { from: Math.max(opening.to, last.from - 1), to: last.to }] : [opening]
}

function inFences(state: EditorState) {
  const { from, to, anchor, head } = state.selection.main
  const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(to)]
  const longest = Math.max(2, ...(state.sliceDoc(first.from, last.to).match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const changes = [
    { from: first.from, insert: `${fence}\n` },
    { from: last.to, insert: `\n${fence}` },
  ]
  const shift = fence.length + 1
  return oneStep(changes, { anchor: anchor + shift, head: head + shift })
}
