import { search } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import type { EditorView, Panel, ViewUpdate } from '@codemirror/view'
import { mount, unmount } from 'svelte'
import Find from './Find.svelte'
import { Finder } from './finder.svelte'

/** Find and replace, in our words. */
export const finding = (): Extension => [
  search({ top: true, createPanel: panel }),
  EditorState.phrases.of({ 'Go to line': 'Line', go: 'Go' }),
]

function panel(view: EditorView): Panel {
  const dom = document.createElement('div')
  dom.className = 'cm-find'
  const finder = new Finder(view)
  const find = mount(Find, { target: dom, props: { finder } })
  return {
    dom,
    top: true,
    mount: () => dom.querySelector<HTMLInputElement>('[main-field]')?.select(),
    update: (update: ViewUpdate) => finder.updated(update),
    destroy: () => void unmount(find),
  }
}
