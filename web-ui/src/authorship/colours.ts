import { RangeSet, RangeSetBuilder, StateEffect, StateField, type EditorState, type Text } from '@codemirror/state'
import { Decoration, EditorView, gutter, GutterMarker, type DecorationSet } from '@codemirror/view'
import { initialsOf, type Hues } from '../writing/hues'
import type { Authorship } from '../wire'

/** Who wrote a line's newest words, and when. */
export interface Wrote {
  author: string
  name: string
  revision: number
  /** The second of the epoch. */
  at: number
}

class LineMarker extends GutterMarker {
  constructor(
    readonly wrote: Wrote,
    private readonly hue: number,
    private readonly first: boolean,
  ) {
    super()
    this.elementClass = `cm-blamed hue-${hue}`
  }

  override eq(other: LineMarker) {
    return other.first === this.first && other.hue === this.hue && other.wrote.revision === this.wrote.revision
  }

  override toDOM() {
    const label = document.createElement('span')
    const { name, revision, at } = this.wrote
    if (this.first) label.textContent = `${initialsOf(name)} ${revision}`
    label.title = `${name}, revision ${revision}, ${day.format(at * 1000)}`
    return label
  }
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

interface Colours {
  words: DecorationSet
  lines: RangeSet<LineMarker>
}

const none: Colours = { words: Decoration.none, lines: RangeSet.empty }

const setColours = StateEffect.define<Colours>()

const coloursField = StateField.define<Colours>({
  create: () => none,
  update(colours, { changes, docChanged, effects }) {
    const told = effects.find((effect) => effect.is(setColours))
    if (told) return told.value as Colours
    return docChanged ? { words: colours.words.map(changes), lines: colours.lines.map(changes) } : colours
  },
  provide: (field) => EditorView.decorations.from(field, ({ words }) => words),
})

/** The colours of `authorship` in a text that is the one it tells of. */
export function colour(doc: Text, { contributors, spans, lines }: Authorship, hues: Hues): StateEffect<unknown> {
  const hueOf = (contributor: number) => hues.of(contributors[contributor]!.id)
  const words = new RangeSetBuilder<Decoration>()
  let at = 0
  for (const [length, contributor] of spans) {
    if (length > 0) words.add(at, at + length, mark(hueOf(contributor)))
    at += length
  }
  const markers = new RangeSetBuilder<LineMarker>()
  let before = ''
  lines.slice(0, doc.lines).forEach((line, index) => {
    if (!line) return
    const [contributor, revision, second] = line
    const { id: author, name } = contributors[contributor]!
    const run = `${author} ${revision}`
    const from = doc.line(index + 1).from
    markers.add(from, from, new LineMarker({ author, name, revision, at: second }, hueOf(contributor), run !== before))
    before = run
  })
  return setColours.of({ words: words.finish(), lines: markers.finish() })
}

const marks = new Map<number, Decoration>()

function mark(hue: number): Decoration {
  const known = marks.get(hue) ?? Decoration.mark({ class: `cm-by hue-${hue}` })
  marks.set(hue, known)
  return known
}

/** Who wrote the newest words of the line there; undefined where that is not known. */
export function wroteAt(state: EditorState, position: number): Wrote | undefined {
  const { from } = state.doc.lineAt(Math.min(position, state.doc.length))
  const cursor = state.field(coloursField, false)?.lines.iter(from)
  return cursor?.value && cursor.from === from ? cursor.value.wrote : undefined
}

export const authorColours = (open: (revision: number) => void) => [
  coloursField,
  gutter({
    class: 'cm-blame',
    markers: (view) => view.state.field(coloursField).lines,
    domEventHandlers: {
      click(view, { from }) {
        const wrote = wroteAt(view.state, from)
        if (wrote) open(wrote.revision)
        return wrote !== undefined
      },
    },
  }),
  EditorView.theme({
    '.cm-gutters': { border: 'none', background: 'var(--paper)' },
    '.cm-by': {
      backgroundColor: 'color-mix(in srgb, var(--hue) 16%, transparent)',
      boxShadow: '0 0.1em 0 color-mix(in srgb, var(--hue) 75%, transparent)',
    },
    '.cm-blame': { minWidth: '4.5rem', cursor: 'pointer' },
    '.cm-blame .cm-blamed': {
      padding: '0 0.5rem',
      borderInlineEnd: '3px solid var(--hue)',
      color: 'var(--ink-soft)',
      fontFamily: 'var(--sans)',
      fontSize: '0.6875rem',
      fontVariantNumeric: 'tabular-nums',
      textAlign: 'end',
    },
    '@media (max-width: 48rem)': { '.cm-blame': { minWidth: '3.5rem' } },
  }),
]
