import { Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap, type KeyBinding } from '@codemirror/view'
import type { Deed } from './deeds'

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

const bindings = (deeds: readonly Deed[]): KeyBinding[] =>
  deeds.flatMap(({ keys = [], run, everywhere }) =>
    keys.map((key) => ({
      key,
      run,
      ...(everywhere ? { scope: 'editor search-panel' } : {}),
      preventDefault: /Mod|F\d/.test(key),
    })),
  )

/** Digits with Shift are found by where the key is: on many keyboards it types something else, such as the slash. */
const byDigit = (deeds: readonly Deed[]): Extension =>
  EditorView.domEventHandlers({
    keydown(event, view) {
      const digit = /^Digit(\d)$/.exec(event.code)?.[1]
      if (!digit || !event.shiftKey || event.altKey || !(isMac ? event.metaKey : event.ctrlKey)) return false
      return deeds.some(({ keys, run }) => keys?.includes(`Mod-Shift-${digit}`) && run(view))
    },
  })

/** Escape lets the next Tab leave, also where it ended something else. */
const wayOut = EditorView.domEventObservers({
  keydown(event, view) {
    if (event.key === 'Escape') view.setTabFocusMode(2_000)
  },
})

export const keysOf = (deeds: readonly Deed[]): Extension => [
  wayOut,
  Prec.high(byDigit(deeds)),
  Prec.high(keymap.of(bindings(deeds))),
]

const spoken: Readonly<Record<string, string>> = { Mod: isMac ? 'Meta' : 'Control', Ctrl: 'Control' }
const shown: Readonly<Record<string, string>> = isMac
  ? { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Escape: 'Esc' }
  : { Mod: 'Ctrl', Escape: 'Esc' }

/** As people read it on their keyboard. */
export const partsOf = (key: string): string[] =>
  key.split('-').map((part) => shown[part] ?? (part.length === 1 ? part.toUpperCase() : part))

export const labelOf = (key: string): string => partsOf(key).join(isMac ? '' : '+')

/** For aria-keyshortcuts. */
export const spokenOf = (key: string): string =>
  key
    .split('-')
    .map((part) => spoken[part] ?? part)
    .join('+')
