import { EditorSelection, StateEffect, StateField, type ChangeDesc, type Extension } from '@codemirror/state'
import { EditorView, layer, RectangleMarker, type LayerMarker, type ViewUpdate } from '@codemirror/view'

/** Someone else's selection, in the positions of the present text. */
export interface Caret {
  connection: string
  name: string
  initials: string
  hue: number
  anchor: number
  head: number
  /** Whether the whole name is shown; otherwise the initials stand for it. */
  named: boolean
}

export const setCarets = StateEffect.define<readonly Caret[]>()

/** Between two reports the selections of others move with the text around them. */
export const caretsField = StateField.define<readonly Caret[]>({
  create: () => [],
  update(carets, { changes, docChanged, effects, newDoc }) {
    const told = effects.find((effect) => effect.is(setCarets))
    if (told) return (told.value as readonly Caret[]).map((caret) => within(caret, newDoc.length))
    return docChanged ? carets.map((caret) => mapped(caret, changes)) : carets
  },
})

function mapped(caret: Caret, changes: ChangeDesc): Caret {
  const [anchor, head] = [changes.mapPos(caret.anchor, -1), changes.mapPos(caret.head, -1)]
  return anchor === caret.anchor && head === caret.head ? caret : { ...caret, anchor, head }
}

function within(caret: Caret, length: number): Caret {
  if (caret.anchor <= length && caret.head <= length) return caret
  return { ...caret, anchor: Math.min(caret.anchor, length), head: Math.min(caret.head, length) }
}

class Flag implements LayerMarker {
  constructor(
    private readonly caret: Caret,
    private readonly left: number,
    private readonly top: number,
    private readonly height: number,
  ) {}

  eq(other: LayerMarker): boolean {
    return other instanceof Flag && other.caret === this.caret && this.#sameSpot(other)
  }

  draw(): HTMLElement {
    const element = document.createElement('div')
    this.#tell(element)
    return element
  }

  update(element: HTMLElement, previous: LayerMarker): boolean {
    if (!(previous instanceof Flag) || previous.caret.connection !== this.caret.connection) return false
    this.#tell(element)
    return true
  }

  #sameSpot = ({ left, top, height }: Flag) => left === this.left && top === this.top && height === this.height

  #tell({ style, dataset, classList }: HTMLElement) {
    const { name, initials, hue, named } = this.caret
    classList.value = `cm-other-caret hue-${hue}${named ? ' named' : ''}`
    dataset['name'] = name
    dataset['initials'] = initials
    style.left = `${this.left}px`
    style.top = `${this.top}px`
    style.height = `${this.height}px`
  }
}

const flagsOf = (view: EditorView) =>
  view.state
    .field(caretsField)
    .flatMap((caret) =>
      RectangleMarker.forRange(view, '', EditorSelection.cursor(caret.head)).map(
        ({ left, top, height }) => new Flag(caret, left, top, height),
      ),
    )

const selectionsOf = (view: EditorView) =>
  view.state
    .field(caretsField)
    .filter(({ anchor, head }) => anchor !== head)
    .flatMap(({ anchor, head, hue }) =>
      RectangleMarker.forRange(view, `cm-other-selection hue-${hue}`, EditorSelection.range(anchor, head)),
    )

const theme = EditorView.theme({
  '.cm-other-selection': { backgroundColor: 'color-mix(in srgb, var(--hue) 26%, transparent)' },
  '.cm-other-caret': { borderLeft: '2px solid var(--hue)', marginLeft: '-1px', pointerEvents: 'none' },
  '.cm-other-caret::after': {
    content: 'attr(data-initials)',
    position: 'absolute',
    bottom: 'calc(100% - 3px)',
    left: '-2px',
    padding: '0 4px',
    borderRadius: '4px 4px 4px 0',
    backgroundColor: 'var(--hue)',
    color: 'var(--on-hue)',
    font: '700 9px/13px var(--sans)',
    whiteSpace: 'nowrap',
    maxWidth: '12rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    pointerEvents: 'auto',
  },
  '.cm-other-caret:is(.named, :hover)::after': {
    content: 'attr(data-name)',
    zIndex: '1',
    padding: '0 6px',
    font: '600 11px/17px var(--sans)',
  },
})

/** Layers are drawn beside the text and hidden from screen readers, so they disturb neither typing nor reading. */
export function othersCarets(): Extension {
  return [
    caretsField,
    layer({ above: false, class: 'cm-other-selections', markers: selectionsOf, update: moved }),
    layer({ above: true, class: 'cm-other-carets', markers: flagsOf, update: moved }),
    theme,
  ]
}

const moved = ({ docChanged, startState, state }: ViewUpdate) =>
  docChanged || startState.field(caretsField) !== state.field(caretsField)
