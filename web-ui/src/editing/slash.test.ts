import { acceptCompletion, completionStatus, currentCompletions } from '@codemirror/autocomplete'
import { EditorView } from '@codemirror/view'
import { expect, test, vi } from 'vitest'
import { deedsOf, type Screen } from './deeds'
import type { Pen } from './pen.svelte'
import { slashMenu } from './slash'

function type(view: EditorView, letter: string) {
  const { head } = view.state.selection.main
  view.dispatch({ changes: { from: head, insert: letter }, selection: { anchor: head + 1 }, userEvent: 'input.type' })
}

test('whoever types fast and chooses at once gets what was named, not a new line', async () => {
  const openShortcode = vi.fn()
  const deeds = deedsOf({} as unknown as Screen)
  const pen = { deeds, addImages: vi.fn(), openShortcode } as unknown as Pen
  const view = new EditorView({ parent: document.body, extensions: slashMenu(pen) })
  type(view, '/')
  await vi.waitFor(() => expect(completionStatus(view.state)).toBe('active'))

  for (const letter of 'youtube') {
    type(view, letter)
    expect(completionStatus(view.state)).toBe('active')
  }

  expect(currentCompletions(view.state).map(({ label }) => label)).toEqual(['YouTube video'])
  expect(acceptCompletion(view)).toBe(true)
  expect(openShortcode).toHaveBeenCalledOnce()
  expect(view.state.doc.toString()).toBe('')
  view.destroy()
})
