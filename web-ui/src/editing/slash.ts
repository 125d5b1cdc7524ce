import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionStatus,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { EditorSelection, Prec, StateEffect, StateField, type Extension, type StateCommand } from '@codemirror/state'
import { EditorView, keymap, type ViewUpdate } from '@codemirror/view'
import { around, inFrontMatter, oneStep } from './edit'
import { footnote, rule } from './inserts'
import { menuTheme } from './menuTheme'
import type { Pen } from './pen.svelte'
import { allShortcodes } from './shortcodes'
import { insertTable } from './tables'

interface Offer {
  label: string
  detail: string
  section: string
  also?: string | undefined
  /** A command, which is one step together with the words that asked for it. */
  command?: StateCommand
  /** What opens something first. */
  opens?: () => void
}

const dismissed = StateEffect.define<number>()

/** The slash whose menu was closed with Esc: it stays closed. */
const leftAlone = StateField.define<number>({
  create: () => -1,
  update(at, { effects, changes }) {
    const told = effects.find((effect) => effect.is(dismissed))
    return told ? told.value : at < 0 ? at : changes.mapPos(at, 1)
  },
})

const literal = ['FencedCode', 'CodeBlock', 'InlineCode', 'Shortcode', 'Highlighted', 'HTMLBlock', 'URL']

export const openMenu = startCompletion

/** Opens at a slash that begins a word, and lists less with each letter. */
export function slashMenu(pen: Pen): Extension {
  const source = (context: CompletionContext): CompletionResult | null => {
    const menu = menuAt(context, offersOf(pen))
    // With each letter at once: whoever types fast and chooses with Enter must not get a new line.
    return menu && { ...menu, update: (_menu, _from, _to, next) => source(next) }
  }
  return [
    leftAlone,
    autocompletion({
      override: [source],
      icons: false,
      tooltipClass: () => 'cm-slash',
      interactionDelay: 0,
      activateOnTypingDelay: 0,
    }),
    Prec.highest(
      keymap.of([
        { key: 'Escape', run: leave },
        { key: 'Tab', run: acceptCompletion },
      ]),
    ),
    EditorView.updateListener.of(reachable),
    menuTheme,
  ]
}

function offersOf(pen: Pen): Offer[] {
  const { deeds } = pen
  const edit = ({ name, run }: { name: string; run: StateCommand }, detail: string, also?: string): Offer => ({
    label: name,
    detail,
    section: 'Text',
    also,
    command: run,
  })
  return [
    edit(deeds.heading1, '#', 'title'),
    edit(deeds.heading2, '##', 'title section'),
    edit(deeds.heading3, '###', 'title section'),
    edit(deeds.heading4, '####', 'title section'),
    edit(deeds.bullet, '-', 'unordered points'),
    edit(deeds.ordered, '1.', 'ordered'),
    edit(deeds.task, '- [ ]', 'todo checkbox'),
    edit(deeds.quote, '>', 'blockquote citation'),
    edit(deeds.codeBlock, '```', 'source fence'),
    {
      label: 'Image',
      detail: 'From here or the library',
      section: 'Text',
      also: 'photo picture upload',
      opens: () => pen.addImages([]),
    },
    { label: 'Table', detail: '| |', section: 'Text', also: 'grid columns', command: insertTable },
    { label: 'Footnote', detail: '[^1]', section: 'Text', also: 'note reference', command: footnote },
    { label: 'Divider', detail: '---', section: 'Text', also: 'rule line', command: rule },
    ...allShortcodes().map((shortcode) => ({
      label: shortcode.label,
      detail: shortcode.name,
      section: 'Shortcodes',
      also: shortcode.also,
      opens: () => pen.openShortcode(shortcode),
    })),
  ]
}

function menuAt({ state, pos, explicit }: CompletionContext, offers: readonly Offer[]): CompletionResult | null {
  const line = state.doc.lineAt(pos)
  const asked = /(?:^|\s)\/((?:[\p{L}\p{N}][\p{L}\p{N} ]{0,30})?)$/u.exec(state.sliceDoc(line.from, pos))
  const from = asked ? pos - asked[1]!.length - 1 : pos
  if ((!asked && !explicit) || (state.field(leftAlone) === from && !explicit)) return null
  if (inFrontMatter(state, EditorSelection.cursor(pos)) || around(state, pos, literal)) return null
  const options = offers.filter((offer) => fits(offer, asked?.[1] ?? '')).map((offer) => optionOf(offer))
  return options.length === 0 ? null : { from, to: pos, options, filter: false }
}

/** Each word that was typed begins one of the offer's. */
function fits({ label, detail, also = '' }: Offer, asked: string): boolean {
  const words = `${label} ${detail} ${also}`.toLowerCase().split(/\s+/)
  return asked
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)))
}

const ranks: Readonly<Record<string, number>> = { Text: 0, Shortcodes: 1 }

const optionOf = ({ label, detail, section, command, opens }: Offer): Completion => ({
  label,
  detail,
  section: { name: section, rank: ranks[section]! },
  apply: (view, _, from, to) => {
    if (command) instead(view, from, to, command)
    else if (from < to) view.dispatch(oneStep({ from, to }))
    opens?.()
  },
})

/** What scrolls can be reached, also by who does not move in it with the arrows. */
function reachable({ view, state }: ViewUpdate) {
  if (completionStatus(state) !== 'active') return
  requestAnimationFrame(() => view.dom.querySelector('.cm-slash > ul')?.setAttribute('tabindex', '0'))
}

/** The command as if what asked for it had never been written, and both in one step. */
function instead(view: EditorView, from: number, to: number, command: StateCommand) {
  const asked = view.state.update({ changes: { from, to }, selection: { anchor: from } })
  command({
    state: asked.state,
    dispatch: ({ changes, newSelection }) => view.dispatch(oneStep(asked.changes.compose(changes), newSelection)),
  })
  closeCompletion(view)
}

function leave(view: EditorView): boolean {
  if (completionStatus(view.state) === null) return false
  const { head } = view.state.selection.main
  const before = /\/[^/]*$/.exec(view.state.sliceDoc(view.state.doc.lineAt(head).from, head))
  closeCompletion(view)
  if (before) view.dispatch({ effects: dismissed.of(head - before[0].length) })
  return true
}
