import { insertNewlineAndIndent, redo, undo } from '@codemirror/commands'
import { deleteMarkupBackward } from '@codemirror/lang-markdown'
import { findNext, findPrevious, gotoLine, openSearchPanel } from '@codemirror/search'
import type { EditorState, StateCommand } from '@codemirror/state'
import type { Command } from '@codemirror/view'
import { codeBlock, isQuoted, kindAt, quote, toggleKind, type Kind } from './lines'
import { link, linkAround } from './links'
import { indentItem, nextItem, outdentItem } from './lists'
import { bold, code, isMarked, italic, struck, toggle, type Mark } from './marks'
import { nextCell, nextRow, previousCell } from './tables'
import { around } from './edit'

/** Something that one can do to a text. The keys, the toolbar and the list of keys are all made from this one table. */
export interface Deed {
  name: string
  group: string
  run: Command
  /** As CodeMirror writes them; the first is the one that is told. */
  keys?: readonly string[]
  /** Whether the text under the caret is so already. */
  pressed?: (state: EditorState) => boolean
  /** Whether it works from within the search panel too. */
  everywhere?: boolean
}

/** One that changes nothing but the text. */
interface Edit extends Deed {
  run: StateCommand
}

/** What the screen does for the editor. */
export interface Screen {
  insert: Command
  editCall: Command
  find: Command
  focusMode: Command
  leaveFocusMode: Command
  toolbar: Command
  name: Command
  keys: Command
}

const marked = (name: string, mark: Mark, key: string): Edit => ({
  name,
  group: 'Words',
  run: toggle(mark),
  keys: [key],
  pressed: (state) => isMarked(state, mark, state.selection.main),
})

const line = (name: string, kind: Kind, key: string): Edit => ({
  name,
  group: 'Lines',
  run: toggleKind(kind),
  keys: [key],
  pressed: (state) => kindAt(state) === kind,
})

const inTurn =
  (...commands: Command[]): Command =>
  (view) =>
    commands.some((command) => command(view))

const writing = {
  bold: marked('Bold', bold, 'Mod-b'),
  italic: marked('Italic', italic, 'Mod-i'),
  code: marked('Code', code, 'Mod-e'),
  struck: marked('Strikethrough', struck, 'Mod-Shift-x'),
  link: { name: 'Link', group: 'Words', run: link, keys: ['Mod-k'], pressed: (state) => linkAround(state) !== null },
  heading1: line('Heading 1', 'heading1', 'Mod-Alt-1'),
  heading2: line('Heading 2', 'heading2', 'Mod-Alt-2'),
  heading3: line('Heading 3', 'heading3', 'Mod-Alt-3'),
  heading4: line('Heading 4', 'heading4', 'Mod-Alt-4'),
  bullet: line('Bulleted list', 'bullet', 'Mod-Shift-8'),
  ordered: line('Numbered list', 'ordered', 'Mod-Shift-7'),
  task: line('Task list', 'task', 'Mod-Shift-l'),
  quote: { name: 'Quote', group: 'Lines', run: quote, keys: ['Mod-Shift-9'], pressed: isQuoted },
  codeBlock: {
    name: 'Code block',
    group: 'Lines',
    run: codeBlock,
    keys: ['Mod-Alt-c'],
    pressed: (state) => around(state, state.selection.main.head, ['FencedCode']) !== null,
  },
  next: {
    name: 'Next item of a list, next row of a table; in an empty one, end it',
    group: 'Lists and tables',
    run: inTurn(nextRow, nextItem, insertNewlineAndIndent),
    keys: ['Enter'],
  },
  indent: {
    name: 'Make an item part of the one before; next cell of a table',
    group: 'Lists and tables',
    run: inTurn(nextCell, indentItem),
    keys: ['Tab'],
  },
  outdent: {
    name: 'Take an item out again; previous cell of a table',
    group: 'Lists and tables',
    run: inTurn(previousCell, outdentItem),
    keys: ['Shift-Tab'],
  },
  unmark: {
    name: 'Right behind the sign of an item or a quote: remove it',
    group: 'Lists and tables',
    run: deleteMarkupBackward,
    keys: ['Backspace'],
  },
} satisfies Record<string, Deed>

const screen = (does: Screen) =>
  ({
    insert: { name: 'Insert', group: 'Inserting', run: does.insert, keys: ['Ctrl-Space'] },
    editCall: { name: 'Edit the shortcode', group: 'Inserting', run: does.editCall, keys: ['Alt-Enter'] },
    undo: { name: 'Undo your last edit', group: 'Screen', run: undo, keys: ['Mod-z'] },
    redo: { name: 'Redo', group: 'Screen', run: redo, keys: ['Mod-Shift-z', 'Mod-y'] },
    find: { name: 'Find and replace', group: 'Finding', run: does.find, keys: ['Mod-f'], everywhere: true },
    findNext: { name: 'Next match', group: 'Finding', run: findNext, keys: ['Mod-g', 'F3'], everywhere: true },
    findPrevious: {
      name: 'Previous match',
      group: 'Finding',
      run: findPrevious,
      keys: ['Mod-Shift-g', 'Shift-F3'],
      everywhere: true,
    },
    line: { name: 'Go to a line', group: 'Finding', run: gotoLine, keys: ['Mod-Alt-g'] },
    focusMode: { name: 'Focus mode', group: 'Screen', run: does.focusMode, keys: ['Mod-Shift-f'] },
    leave: { name: 'Leave focus mode', group: 'Screen', run: does.leaveFocusMode, keys: ['Escape'] },
    name: {
      name: 'Name the newest revision; all is saved by itself',
      group: 'Screen',
      run: does.name,
      keys: ['Mod-s'],
    },
    toolbar: { name: 'Go to the toolbar', group: 'Screen', run: does.toolbar, keys: ['Alt-F10'] },
    keys: { name: 'Keys', group: 'Screen', run: does.keys, keys: ['Mod-/'] },
  }) satisfies Record<string, Deed>

export const deedsOf = (does: Omit<Screen, 'find'>) => ({ ...writing, ...screen({ ...does, find: openSearchPanel }) })

export type Deeds = ReturnType<typeof deedsOf>
export type DeedName = keyof Deeds
