import { StateEffect, StateField, type ChangeSet, type Range, type Text } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'

/** A text, and what led to it where that is known. */
interface Changed {
  text: Text
  before: Text | null
  edit: { changes: ChangeSet } | null
}

const longestShown = 240
const tooMuch = 20_000

class Removed extends WidgetType {
  constructor(private readonly text: string) {
    super()
  }

  override eq(other: Removed) {
    return other.text === this.text
  }

  override toDOM() {
    const element = document.createElement('del')
    element.className = 'cm-removed'
    element.textContent = this.text.length > longestShown ? `${this.text.slice(0, longestShown)}…` : this.text
    return element
  }
}

/** What a revision changed, in the text as it stands after it: `first` is where to look. */
export function changedIn({ edit, before, text }: Changed): { decorations: DecorationSet; first: number | null } {
  const ranges: Range<Decoration>[] = []
  let first: number | null = null
  edit?.changes.iterChanges((fromA, toA, fromB, toB) => {
    first ??= fromB
    if (toA > fromA) ranges.push(removedAt(fromB, before!.sliceString(fromA, Math.min(toA, fromA + longestShown + 1))))
    if (toB > fromB && toB - fromB < tooMuch && text.length > toB - fromB) ranges.push(added.range(fromB, toB))
  })
  return { decorations: Decoration.set(ranges, true), first }
}

const added = Decoration.mark({ class: 'cm-added', tagName: 'ins' })
const removedAt = (at: number, text: string) => Decoration.widget({ widget: new Removed(text), side: -1 }).range(at)

const theme = EditorView.theme({
  '.cm-added': {
    backgroundColor: 'light-dark(#cdebd3, #173a22)',
    textDecoration: 'none',
    borderRadius: '2px',
    boxShadow: '0 1px 0 light-dark(#1d6b3a, #8fd3a6)',
  },
  '.cm-removed': {
    padding: '0 1px',
    borderRadius: '2px',
    backgroundColor: 'light-dark(#fadcdc, #55262a)',
    color: 'light-dark(#7d1d24, #ffc9c6)',
    whiteSpace: 'pre-wrap',
  },
})

/** The line to look at, from 1. */
export function lineOf({ edit, text }: Changed): number | null {
  let first: number | null = null
  edit?.changes.iterChanges((_fromA, _toA, fromB) => (first ??= fromB))
  return first === null ? null : text.lineAt(first).number
}

export const setChanged = StateEffect.define<DecorationSet>()

export const changedField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, { changes, effects }) {
    const told = effects.find((effect) => effect.is(setChanged))
    return told ? (told.value as DecorationSet) : decorations.map(changes)
  },
  provide: (field) => [EditorView.decorations.from(field), theme],
})

/** Where whoever wrote it was then: behind what they inserted last, or where they deleted. */
export function caretIn({ edit }: Changed): number | null {
  let last: number | null = null
  edit?.changes.iterChanges((_fromA, _toA, _fromB, toB) => (last = toB))
  return last
}
