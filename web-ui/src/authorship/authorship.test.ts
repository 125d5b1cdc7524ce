import { EditorState } from '@codemirror/state'
import { expect, it } from 'vitest'
import { Hues } from '../writing/hues'
import type { Authorship } from '../wire'
import { authorColours, colour, wroteAt } from './colours'
import { shares } from './shares'

const someone = (id: string, surviving: number, typed: number) => ({ id, name: id, surviving, typed })

it('shares are whole percents, and neither little nor nearly all is lost in them', () => {
  const told = shares([someone('ben', 1, 500), someone('ada', 999, 500), someone('eve', 0, 0)])

  expect(told.map(({ id, surviving, typed }) => [id, surviving, typed])).toEqual([
    ['ada', '99%', '50%'],
    ['ben', '1%', '50%'],
    ['eve', '0%', '0%'],
  ])
})

it('who wrote a line is known there, and goes with it when text comes above', () => {
  const authorship: Authorship = {
    revision: 7,
    contributors: [someone('ada', 4, 4), someone('ben', 4, 4)],
    spans: [
      [4, 0, 3, 1_000],
      [4, 1, 7, 2_000],
    ],
    lines: [
      [0, 3, 1_000],
      [1, 7, 2_000],
    ],
  }
  const state = EditorState.create({ doc: 'One\ntwo.', extensions: authorColours(() => undefined) })
  const coloured = state.update({ effects: colour(state.doc, authorship, new Hues(['ada', 'ben'])) }).state

  expect(wroteAt(coloured, 2)).toMatchObject({ author: 'ada', revision: 3 })
  expect(wroteAt(coloured, 5)).toMatchObject({ author: 'ben', revision: 7 })
  const later = coloured.update({ changes: { from: 0, insert: 'Zero\n' } }).state
  expect(wroteAt(later, 10)).toMatchObject({ author: 'ben' })
})
