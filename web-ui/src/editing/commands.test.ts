import { history, undo } from '@codemirror/commands'
import { EditorState, Transaction } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { footnote, rule } from './inserts'
import { codeBlock, quote, toggleKind } from './lines'
import { link, pastedOver } from './links'
import { indentItem, nextItem, outdentItem } from './lists'
import { bold, code, italic, struck, toggle } from './marks'
import { after, told, written } from './notation'
import { insertTable, nextCell, nextRow, previousCell } from './tables'

describe('bold', () => {
  test.each([
    ['a ⟦b⟧ c', 'a **⟦b⟧** c'],
    ['a **⟦b⟧** c', 'a ⟦b⟧ c'],
    ['a ⟦**b**⟧ c', 'a ⟦b⟧ c'],
    ['a ⟦ b ⟧ c', 'a ⟦ **b** ⟧ c'],
    ['a wo‸rd', 'a **wo‸rd**'],
    ['a **wo‸rd**', 'a wo‸rd'],
    ['a ‸', 'a **‸**'],
    ['a **‸**', 'a ‸'],
    ['**word‸**', '**word**‸'],
    ['**one ⟦two⟧ three**', '**one** ⟦two⟧ **three**'],
    ['⟦one **two** three⟧', '**⟦one two three⟧**'],
    ['⟦one **two⟧ three**', '**⟦one two⟧ three**'],
    ['⟦one\n\n- two⟧', '**⟦one**\n\n- **two⟧**'],
    ['**⟦one**\n\n- **two⟧**', '⟦one\n\n- two⟧'],
    ['とても⟦大切⟧です', 'とても**⟦大切⟧**です'],
    ['とても**⟦大切⟧**です', 'とても⟦大切⟧です'],
    ['とても**⟦「大切」⟧**です', 'とても⟦「大切」⟧です'],
    ['*⟦a⟧*', '***⟦a⟧***'],
    ['***⟦a⟧***', '*⟦a⟧*'],
    ['---\nti⟦tl⟧e: x\n---\n', '---\nti⟦tl⟧e: x\n---\n'],
  ])('%j becomes %j', (before, expected) => expect(after(toggle(bold), before)).toBe(expected))
})

describe('other marks', () => {
  test.each([
    [italic, '⟦a⟧', '*⟦a⟧*'],
    [italic, '*⟦a⟧*', '⟦a⟧'],
    [italic, '_⟦a⟧_', '⟦a⟧'],
    [italic, '**⟦a⟧**', '***⟦a⟧***'],
    [italic, '***⟦a⟧***', '**⟦a⟧**'],
    [code, '⟦a⟧', '`⟦a⟧`'],
    [code, '`⟦a⟧`', '⟦a⟧'],
    [code, '⟦a `b` c⟧', '`⟦a b c⟧`'],
    [struck, '⟦a⟧', '~~⟦a⟧~~'],
    [struck, '~~⟦a⟧~~', '⟦a⟧'],
  ])('%o: %j becomes %j', (mark, before, expected) => expect(after(toggle(mark), before)).toBe(expected))
})

describe('lines', () => {
  test.each([
    ['heading2', 'a‸b', '## a‸b'],
    ['heading2', '## a‸b', 'a‸b'],
    ['heading1', '### a‸b', '# a‸b'],
    ['heading1', 'a‸b\n---\n\nc', '# a‸b\n\nc'],
    ['heading3', '‸', '### ‸'],
    ['heading2', '> a‸', '> ## a‸'],
    ['bullet', '⟦a\n\nb⟧', '- ⟦a\n\n- b⟧'],
    ['bullet', '⟦- a\n- b⟧', '⟦a\nb⟧'],
    ['ordered', '⟦- a\n  - b\n- c⟧', '⟦1. a\n  1. b\n2. c⟧'],
    ['task', '- a‸', '- [ ] a‸'],
    ['task', '- [x] a‸', 'a‸'],
  ] as const)('%s: %j becomes %j', (kind, before, expected) => expect(after(toggleKind(kind), before)).toBe(expected))

  test.each([
    ['a‸', '> a‸'],
    ['> a‸', 'a‸'],
    ['⟦a\n\nb⟧', '> ⟦a\n> \n> b⟧'],
  ])('quote: %j becomes %j', (before, expected) => expect(after(quote, before)).toBe(expected))

  test.each([
    ['⟦a⟧', '```\n⟦a⟧\n```'],
    ['‸', '```\n‸\n```'],
    ['```js\na‸\n```\nb', 'a‸\nb'],
    ['⟦a ``` b⟧', '````\n⟦a ``` b⟧\n````'],
  ])('code block: %j becomes %j', (before, expected) => expect(after(codeBlock, before)).toBe(expected))
})

describe('a list at Enter', () => {
  test.each([
    ['- a‸', '- a\n- ‸'],
    ['* a‸b', '* a\n* ‸b'],
    ['1. a‸\n2. b', '1. a\n2. ‸\n3. b'],
    ['- [x] a‸', '- [x] a\n- [ ] ‸'],
    ['> a‸', '> a\n> ‸'],
    ['- a\n- ‸', '- a\n\n‸'],
    ['1. a\n2. ‸', '1. a\n\n‸'],
    ['- a\n\n- ‸', '- a\n\n‸'],
    ['- a\n  - ‸', '- a\n- ‸'],
    ['- [ ] ‸', '‸'],
    ['a‸', null],
  ])('%j becomes %j', (before, expected) => expect(after(nextItem, before)).toBe(expected))
})

describe('an item', () => {
  test.each([
    ['- a\n- b‸', '- a\n  - b‸'],
    ['- a‸', '- a‸'],
    ['- a\n- ‸', '- a\n  - ‸'],
    ['1. a\n2. b‸\n3. c', '1. a\n   1. b‸\n2. c'],
    ['1. a\n   1. b\n2. c‸\n3. d', '1. a\n   1. b\n   2. c‸\n2. d'],
    ['- a\n- ⟦b\n- c⟧\n- d', '- a\n  - ⟦b\n  - c⟧\n- d'],
    ['- a\n- b‸\n  - c', '- a\n  - b‸\n    - c'],
    ['- a\n- [ ] b‸', '- a\n  - [ ] b‸'],
    ['> - a\n> - b‸', '> - a\n>   - b‸'],
    ['a‸', null],
  ])('goes in: %j becomes %j', (before, expected) => expect(after(indentItem, before)).toBe(expected))

  test.each([
    ['- a\n  - b‸', '- a\n- b‸'],
    ['- a\n  - ‸', '- a\n- ‸'],
    ['1. a\n   1. b‸\n2. c', '1. a\n2. b‸\n3. c'],
    ['- a\n  - b‸\n    - c', '- a\n- b‸\n  - c'],
    ['- a‸', '- a‸'],
    ['a‸', null],
  ])('comes out: %j becomes %j', (before, expected) => expect(after(outdentItem, before)).toBe(expected))
})

const table = (row: string) => `| a | b |\n| --- | --- |\n${row}`

describe('a table', () => {
  test.each([
    ['| a‸ | b |\n| --- | --- |\n| c | d |', '| a | ⟦b⟧ |\n| --- | --- |\n| c | d |'],
    ['| a | b‸ |\n| --- | --- |\n| c | d |', '| a | b |\n| --- | --- |\n| ⟦c⟧ | d |'],
    [table('| c | d‸ |'), table('| c | d |\n| ‸ |  |')],
    [table('| c \\| e‸ | d |'), table('| c \\| e | ⟦d⟧ |')],
    ['a‸', null],
  ])('goes on: %j becomes %j', (before, expected) => expect(after(nextCell, before)).toBe(expected))

  test.each([
    [table('| c‸ | d |'), '| a | ⟦b⟧ |\n| --- | --- |\n| c | d |'],
    ['| a‸ | b |\n| --- | --- |\n| c | d |', '| a‸ | b |\n| --- | --- |\n| c | d |'],
  ])('goes back: %j becomes %j', (before, expected) => expect(after(previousCell, before)).toBe(expected))

  test.each([
    [table('| c‸ | d |'), table('| c | d |\n| ‸ |  |')],
    ['| a‸ | b |\n| --- | --- |\n| c | d |', table('| ‸ |  |\n| c | d |')],
    [table('| c | d |\n| ‸ |  |'), table('| c | d |\n\n‸')],
  ])('at Enter: %j becomes %j', (before, expected) => expect(after(nextRow, before)).toBe(expected))

  test('begins in a paragraph of its own', () =>
    expect(after(insertTable, 'a‸')).toBe('a\n\n| ⟦Heading⟧ | Heading |\n| --- | --- |\n|  |  |'))
})

describe('a link', () => {
  test.each([
    ['a ⟦b⟧ c', 'a [b](‸) c'],
    ['a [b](‸) c', 'a b‸ c'],
    ['a [⟦b⟧](https://example.org "t") c', 'a ⟦b⟧ c'],
    ['⟦https://example.org⟧', '[‸](https://example.org)'],
    ['a ‸', 'a [‸]()'],
    ['a [‸]()', 'a ‸'],
    ['wo‸rd', '[word](‸)'],
  ])('%j becomes %j', (before, expected) => expect(after(link, before)).toBe(expected))

  const pasted = (text: string, clipboard: string) => {
    const state = written(text)
    const spec = pastedOver(state, clipboard)
    return spec && told(state.update(spec).state)
  }

  test.each([
    ['a ⟦b⟧ c', 'https://example.org/x_(y)', 'a [b](https://example.org/x_(y))‸ c'],
    ['⟦失われた時⟧', 'https://example.org/', '[失われた時](https://example.org/)‸'],
    ['⟦b⟧', 'www.example.org', '[b](https://www.example.org)‸'],
    ['⟦b⟧', 'https://example.org/(', '[b](<https://example.org/(>)‸'],
    ['⟦b⟧', 'two words', null],
    ['‸b', 'https://example.org', null],
    ['[⟦b⟧](https://example.org)', 'https://example.com', null],
    ['`⟦b⟧`', 'https://example.com', null],
    ['{{< figure src="⟦b⟧" >}}', 'https://example.com', null],
    ['⟦https://example.org⟧', 'https://example.com', null],
  ])('pasted over %j, %s makes %j', (before, clipboard, expected) => expect(pasted(before, clipboard)).toBe(expected))
})

test('a footnote is numbered and its note begins at the end', () => {
  expect(after(footnote, 'a‸ b')).toBe('a[^1] b\n\n[^1]: ‸')
  expect(after(footnote, 'a[^1] b‸\n\n[^1]: x\n')).toBe('a[^1] b[^2]\n\n[^1]: x\n[^2]: ‸')
})

test('a rule stands for itself', () => {
  expect(after(rule, 'a‸\nb')).toBe('a\n\n---\n\n‸\nb')
  expect(after(rule, '‸')).toBe('---\n\n‸')
})

describe('undo', () => {
  const bolded = () => {
    let state = EditorState.create({ doc: 'one two', selection: { anchor: 0, head: 3 }, extensions: history() })
    toggle(bold)({ state, dispatch: (transaction) => (state = transaction.state) })
    return state
  }

  const undone = (state: EditorState) => {
    undo({ state, dispatch: (transaction) => (state = transaction.state) })
    return state.doc.toString()
  }

  test('takes a command back in one step, without what was typed right after it', () => {
    const state = bolded()
    const { head } = state.selection.main
    const typed = state.update({ changes: { from: head, insert: '!' }, userEvent: 'input.type' }).state
    expect(undone(typed)).toBe('**one** two')
    expect(undone(state)).toBe('one two')
  })

  test("leaves others' edits alone", () => {
    const annotations = [Transaction.addToHistory.of(false), Transaction.remote.of(true)]
    const state = bolded().update({ changes: { from: 11, insert: ' three' }, annotations }).state
    expect(undone(state)).toBe('one two three')
  })
})
