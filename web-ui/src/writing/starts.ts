import { StateEffect, StateField } from '@codemirror/state'

export const setStarts = StateEffect.define<readonly number[]>()

/** Where the source of each block of the page begins; between two pages these places move with the text. */
export const startsField = StateField.define<readonly number[]>({
  create: () => [],
  update(starts, { changes, docChanged, effects, newDoc }) {
    const told = effects.find((effect) => effect.is(setStarts))
    if (told) return (told.value as readonly number[]).map((start) => Math.min(start, newDoc.length))
    return docChanged ? starts.map((start) => changes.mapPos(start, 1)) : starts
  },
})
