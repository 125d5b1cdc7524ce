import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { closeSearchPanel } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, dropCursor, EditorView, keymap, type ViewUpdate } from '@codemirror/view'
import { othersCarets } from './carets'
import { hugoMarkdown } from './dialect'
import { imagesByPasteAndDrop, type Take } from './images'
import { look } from './look'
import { startsField } from './starts'

export interface Writing {
  parent: HTMLElement
  source: string
  live: Extension
  takeImages: Take
  /** What is at hand to write with. */
  hand: Extension
  updated: (update: ViewUpdate) => void
}

/** The history holds one's own edits only, since the collaborative extension marks those of others. */
export function openEditor({ parent, source, live, takeImages, hand, updated }: Writing): EditorView {
  const extensions = [
    reading('Source'),
    live,
    history(),
    drawSelection(),
    dropCursor(),
    hand,
    imagesByPasteAndDrop(takeImages),
    othersCarets(),
    startsField,
    keymap.of([
      ...defaultKeymap,
      ...historyKeymap,
      { key: 'Escape', run: closeSearchPanel, scope: 'editor search-panel' },
    ]),
    EditorView.contentAttributes.of({ spellcheck: 'true', autocorrect: 'on', autocapitalize: 'sentences' }),
    EditorView.updateListener.of(updated),
  ]
  return new EditorView({ parent, state: EditorState.create({ doc: source, extensions }) })
}

/** What the editor and the history's source have in common. */
export const reading = (label: string): Extension => [
  EditorView.cspNonce.of(nonce()),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  hugoMarkdown(),
  look,
]

const nonce = () => document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''
