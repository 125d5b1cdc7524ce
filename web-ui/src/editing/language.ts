import { StateField } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { languageOf } from './head'

const read = (doc: { sliceString(from: number, to: number): string }) => languageOf(doc.sliceString(0, 8_000))

/** By which the browser checks the spelling and a screen reader chooses its voice. */
export const languageField = StateField.define<string>({
  create: ({ doc }) => read(doc),
  update: (language, { docChanged, newDoc }) => (docChanged ? read(newDoc) : language),
  provide: (field) => EditorView.contentAttributes.from(field, (lang) => ({ lang })),
})
