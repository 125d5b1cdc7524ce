import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { caretsField, setCarets, type Caret } from './carets'
import { hugoMarkdown } from './dialect'
import { ownParagraph, shows } from './places'

const state = (doc: string, cursor = 0) => EditorState.create({ doc, selection: { anchor: cursor } })

describe('the carets of others', () => {
  const caret = (anchor: number, head: number): Caret => ({
    connection: 'c',
    name: 'Aiko',
    initials: 'AI',
    hue: 1,
    anchor,
    head,
    named: false,
  })
  const withCaret = (doc: string, one: Caret) =>
    EditorState.create({ doc, extensions: caretsField }).update({ effects: setCarets.of([one]) }).state

  test('move with the text before them', () => {
    const after = withCaret('0123456789', caret(4, 6)).update({ changes: { from: 0, insert: 'ab' } }).state
    expect(after.field(caretsField)).toMatchObject([{ anchor: 6, head: 8 }])
  })

  test('stay inside what is left when the text around them goes', () => {
    const after = withCaret('0123456789', caret(4, 6)).update({ changes: { from: 2, to: 9 } }).state
    expect(after.field(caretsField)).toMatchObject([{ anchor: 2, head: 2 }])
  })

  test('stay left of what this author types there', () => {
    const after = withCaret('0123', caret(2, 2)).update({ changes: { from: 2, insert: 'mine' } }).state
    expect(after.field(caretsField)).toMatchObject([{ anchor: 2, head: 2 }])
  })

  test('never point beyond the text', () => {
    expect(withCaret('0123', caret(2, 99)).field(caretsField)).toMatchObject([{ anchor: 2, head: 4 }])
  })
})

describe('an image', () => {
  const after = (doc: string, at: number) => {
    const before = state(doc, at)
    return before.update(ownParagraph(before, at, '![x](/images/x.png)')).state
  }

  test('stands on an empty line with the cursor behind it', () => {
    const { doc, selection } = after('a\n\nb', 2)
    expect(doc.toString()).toBe('a\n![x](/images/x.png)\nb')
    expect(doc.sliceString(0, selection.main.head)).toMatch(/png\)$/)
  })

  test('makes a paragraph of its own in the middle of a line', () => {
    expect(after('one two', 4).doc.toString()).toBe('one \n\n![x](/images/x.png)\n\ntwo')
  })

  test('leaves a cursor alone that is elsewhere by now', () => {
    const before = state('one\n\ntwo', 0)
    expect(before.update(ownParagraph(before, 4, '![x](/images/x.png)')).state.selection.main.head).toBe(0)
  })

  test('is not shown twice when the text shows it already', () => {
    expect(shows(state('{{< figure src="/images/x.png" >}}'), '/images/x.png')).toBe(true)
    expect(shows(state(''), '/images/x.png')).toBe(false)
  })
})

describe("Hugo's dialect", () => {
  const nodesIn = (doc: string) => {
    const names: string[] = []
    const parsed = EditorState.create({ doc, extensions: hugoMarkdown() })
    ensureSyntaxTree(parsed, doc.length, 5_000)?.iterate({ enter: ({ name }) => void names.push(name) })
    return names
  }

  test('front matter is neither heading nor rule', () => {
    const names = nodesIn('---\ntitle: x\n---\n\n# Heading\n')
    expect(names).toContain('FrontMatter')
    expect(names).toContain('ATXHeading1')
    expect(names).not.toContain('SetextHeading2')
  })

  test('front matter ends with the text when nothing closes it', () => {
    expect(nodesIn('+++\ntitle = "x"')).toContain('FrontMatter')
  })

  test('three dashes further down are a rule', () => {
    expect(nodesIn('text\n\n---\n\nmore')).toContain('HorizontalRule')
  })

  test("a shortcode's underscores are no emphasis", () => {
    const names = nodesIn('{{< figure src="_a_.png" >}} and _this_')
    expect(names.filter((name) => name === 'Emphasis')).toHaveLength(1)
    expect(names).toContain('Shortcode')
  })
})
