import { ensureSyntaxTree } from '@codemirror/language'
import { describe, expect, test } from 'vitest'
import { callAt, insertCall, recall } from './calls'
import { headOf, languageOf } from './head'
import { after, told, written } from './notation'
import { allShortcodes, define, ownShortcode, shortcodeNamed } from './shortcodes'
import { tagAt } from './tag'

describe("a shortcode of the blog's own", () => {
  test('asks for what its template asks for', () => {
    const notice = ownShortcode({ name: 'tea-box', encloses: true, names: ['kind', 'size'], places: 2 })
    expect(notice).toMatchObject({ label: 'Tea box', paired: true })
    expect(notice.parameters.map(({ name, label }) => [name, label])).toEqual([
      ['kind', 'Kind'],
      ['size', 'Size'],
    ])
    expect(ownShortcode({ name: 'cup', encloses: false, names: [], places: 2 })).toMatchObject({
      places: 2,
      parameters: [
        { name: '0', label: 'Value 1' },
        { name: '1', label: 'Value 2' },
      ],
    })
  })

  test("stands in the place of Hugo's of the same name", () => {
    const before = allShortcodes().length
    define([
      { name: 'figure', encloses: false, names: ['file'], places: 0 },
      { name: 'cup', encloses: false, names: [], places: 0 },
    ])
    expect(allShortcodes()).toHaveLength(before + 1)
    expect(shortcodeNamed('figure')?.parameters).toMatchObject([{ name: 'file' }])
    define([])
    expect(shortcodeNamed('figure')?.parameters[0]).toMatchObject({ name: 'src' })
  })
})

describe('a tag', () => {
  test.each([
    ['{{< youtube abc >}} x', 19, 'youtube', [[null, 'abc']]],
    ['{{% ref "a b" %}}', 17, 'ref', [[null, 'a b']]],
    [
      '{{<figure src=/a.png alt="say \\"hi\\"" />}}',
      42,
      'figure',
      [
        ['src', '/a.png'],
        ['alt', 'say "hi"'],
      ],
    ],
    ['{{< figure alt=">}}" >}}', 24, 'figure', [['alt', '>}}']]],
    ['{{< /details >}}', 16, 'details', []],
    ['{{< a\n  b=`c d`\n>}}', 19, 'a', [['b', 'c d']]],
  ])('%j', (text, length, name, args) => {
    const tag = tagAt(text)
    expect(tag).toMatchObject({ length, name })
    expect(tag!.args.map(({ key, value }) => [key, value])).toEqual(args)
  })

  test('that is escaped is one and says nothing', () =>
    expect(tagAt('{{</* x "y" */>}} z')).toMatchObject({ length: 17, escaped: true, args: [] }))

  test.each(['{{< >}}', '{{< a', '{{ a }}', '{{< a "b >}}', '{{< a %}}'])('is not %j', (text) =>
    expect(tagAt(text)).toBeNull(),
  )
})

const values = (record: Record<string, string>) => new Map(Object.entries(record))

describe('a shortcode that is inserted', () => {
  const inserted = (name: string, text: string, record: Record<string, string>) =>
    after(insertCall(shortcodeNamed(name)!, values(record)), text)

  test.each([
    ['youtube', '‸', { id: 'abc' }, '{{< youtube "abc" >}}‸'],
    ['youtube', 'a‸', { id: 'abc', start: '5' }, 'a\n\n{{< youtube id="abc" start=5 >}}‸'],
    ['figure', '‸\nb', { src: '/a.png', alt: 'say "hi"' }, '{{< figure src="/a.png" alt="say \\"hi\\"" >}}‸\n\nb'],
    ['relref', 'a ⟦b⟧ c', { path: '/p/' }, 'a [b]({{% relref "/p/" %}})‸ c'],
    ['ref', 'a [b](‸)', { path: '/p/' }, 'a [b]({{% ref "/p/" %}}‸)'],
    ['param', 'a ‸', { '0': 'score' }, 'a {{% param "score" %}}‸'],
    ['details', '⟦b⟧', { summary: 'See' }, '{{< details summary="See" >}}\nb‸\n{{< /details >}}'],
    ['highlight', '‸', { '0': 'go' }, '{{< highlight "go" >}}\n‸\n{{< /highlight >}}'],
    ['qr', '‸', { text: 'x' }, '{{< qr text="x" />}}‸'],
    ['x', '‸', { user: 'a', id: '12' }, '{{< x user="a" id=12 >}}‸'],
  ])('%s into %j', (name, text, record, expected) => expect(inserted(name, text, record)).toBe(expected))
})

describe('a shortcode that is edited', () => {
  const edited = (text: string, record: Record<string, string>) => {
    const call = callAt(written(text))!
    return after(recall(call, new Map([...call.values, ...Object.entries(record)])), text)
  }

  test.each([
    ['{{< youtube a‸bc >}}', { id: 'def' }, '{{< youtube "def" >}}‸'],
    ['{{< youtube a‸bc >}}', { start: '5' }, '{{< youtube id="abc" start=5 >}}‸'],
    ['{{< figure  src=/a.png my=`own` ‸>}}', { alt: 'b' }, '{{< figure src=/a.png my=`own` alt="b" >}}‸'],
    ['{{< figure src="/a.png" alt="b"‸ >}}', { alt: '' }, '{{< figure src="/a.png" >}}‸'],
    ['{{< tweet user="a" id="1‸" >}}', { id: '2' }, '{{< tweet user="a" id=2 >}}‸'],
    ['{{% ref "/a/"‸ %}}', { path: '/b/' }, '{{% ref "/b/" %}}‸'],
  ])('%j with %j', (text, record, expected) => expect(edited(text, record)).toBe(expected))

  test.each(['a‸ {{< youtube b >}}', '{{< own‸ >}}', '{{< /details‸ >}}'])('is none of ours in %j', (text) =>
    expect(callAt(written(text))).toBeNull(),
  )
})

describe('front matter', () => {
  test.each([
    ['+++\na = 1\n+++\nx', 'x'],
    ['---\na: 1\n---\n', ''],
    ['{ "a": "}", "b": { "c": 1 } }\nx', 'x'],
  ])('of %j ends before %j', (source, body) => expect(source.slice(headOf(source)!.body)).toBe(body))

  test.each(['x\n---\ny\n---', '---\nopen', '{{< a >}}', '{ "a": 1', ''])('is none in %j', (source) =>
    expect(headOf(source)).toBeNull(),
  )

  test.each([
    ['---\ntitle: x\nlang: ja\n---\n', 'ja'],
    ['+++\nlang = "pt-BR"\n+++\n', 'pt-BR'],
    ['{\n  "lang": "de"\n}\n', 'de'],
    ['---\nlang: "-"\n---\n', 'en'],
    ['lang: fr', 'en'],
  ])('of %j says %s', (source, language) => expect(languageOf(source)).toBe(language))
})

describe('the syntax', () => {
  const nodes = (text: string) => {
    const state = written(text)
    const found: string[] = []
    ensureSyntaxTree(state, text.length, 5_000)!.iterate({
      enter: ({ name, from, to }) => void found.push(`${name} ${state.sliceDoc(from, to)}`),
    })
    return found
  }

  test.each([
    ['+++\ntitle = "x"\n+++\n# a', 'FrontMatterKey title'],
    ['+++\n[params]\n+++\n', 'FrontMatterKey [params]'],
    ['---\n# why\ntitle: x\n---\n', 'FrontMatterComment # why'],
    ['{\n  "title": "x"\n}\n\n# a', 'ATXHeading1 # a'],
    ['{\n  "title": "x"\n}\n', 'FrontMatterKey "title"'],
    ['{{< figure src="_a_" >}}', 'ShortcodeValue src="_a_"'],
    ['{{</* figure */>}}', 'EscapedShortcode {{</* figure */>}}'],
    ['{{< highlight go >}}\n_a_\n\n_b_\n{{< /highlight >}}\n', 'CodeText \n_a_\n\n_b_\n'],
    ['a[^1]', 'FootnoteMark [^1]'],
    ['**おすすめ★**です', 'StrongEmphasis **おすすめ★**'],
    ['とても**大切**です', 'StrongEmphasis **大切**'],
  ])('%j has %j', (text, node) => expect(nodes(text)).toContain(node))

  test.each([
    ['とても**「大切」**です', 'StrongEmphasis'],
    ['H~2~O', 'Subscript'],
    ['{{< a _b_ >}}', 'Emphasis'],
    ['{{< highlight go >}}\n_a_\n{{< /highlight >}}', 'Emphasis'],
  ])('%j has no %s', (text, name) => expect(nodes(text).some((node) => node.startsWith(`${name} `))).toBe(false))

  test('text that ends in the middle of a shortcode is no harm', () => expect(told(written('{{< ‸a'))).toBe('{{< ‸a'))
})
