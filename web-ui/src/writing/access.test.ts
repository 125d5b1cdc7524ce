import { EditorState, Transaction } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { accessOf } from './access'

const changes = { from: 0, insert: 'more ' }

describe('the text of a post', () => {
  test('takes_what_an_author_types', () => {
    const state = EditorState.create({ doc: 'text', extensions: accessOf(true) })
    expect(state.update({ changes }).newDoc.toString()).toBe('more text')
    expect(state.readOnly).toBe(false)
  })

  test('takes_nothing_of_a_reviewer_and_all_of_others', () => {
    const state = EditorState.create({ doc: 'text', extensions: accessOf(false) })
    expect(state.readOnly).toBe(true)
    expect(state.update({ changes }).newDoc.toString()).toBe('text')
    const annotations = Transaction.remote.of(true)
    expect(state.update({ changes, annotations }).newDoc.toString()).toBe('more text')
  })
})
