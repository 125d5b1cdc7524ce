import type { EditorState, StateCommand } from '@codemirror/state'
import { around, inFrontMatter, oneStep } from './edit'
import { shortcodeNamed, type Shortcode } from './shortcodes'
import { ownParagraph } from './tables'
import { tagAt, withValues, type Tag } from './tag'

export type Values = ReadonlyMap<string, string>

/** A shortcode that is written in the text, under the caret. */
export interface Call {
  from: number
  to: number
  text: string
  tag: Tag
  shortcode: Shortcode
  values: Values
}

export function callAt(state: EditorState, at = state.selection.main.head): Call | null {
  const node = around(state, at, ['Shortcode'], 1) ?? around(state, at, ['Shortcode'], -1)
  const text = node ? state.sliceDoc(node.from, node.to) : ''
  const tag = tagAt(text)
  const shortcode = tag && !tag.closing ? shortcodeNamed(tag.name) : undefined
  if (!node || !tag || !shortcode) return null
  return { from: node.from, to: node.to, text, tag, shortcode, values: valuesOf(tag, shortcode) }
}

function valuesOf(tag: Tag, { parameters }: Shortcode): Values {
  let place = 0
  return new Map(
    tag.args.map(({ key, value }) => [key ?? parameters[place]?.name ?? '', (key === null && place++, value)]),
  )
}

/** Changes what differs and leaves the rest as it was written. */
export const recall =
  ({ from, to, text, tag, shortcode, values: before }: Call, values: Values): StateCommand =>
  ({ state, dispatch }) => {
    const byPlace = tag.args.some(({ key }) => key === null)
    const { parameters, places = 0 } = shortcode
    const wanted = new Map<string, string>()
    parameters.forEach(({ name }, place) => {
      const value = values.get(name) ?? ''
      if (value === (before.get(name) ?? '')) return
      wanted.set(byPlace && place < places ? String(place) : name, value)
    })
    const named = byPlace && [...wanted.keys()].some((key) => !/^\d$/.test(key))
    const insert = named ? call(shortcode, values, tag.sign) : withValues(text, tag, wanted)
    dispatch(state.update(oneStep({ from, to, insert }, { anchor: from + insert.length })))
    return true
  }

/** The tag with these values: by place where that suffices, for so it is usually written. */
export function call(
  { name, parameters, places = 0, selfClosing = false }: Shortcode,
  values: Values,
  sign: '<' | '%' = '<',
) {
  const given = parameters.filter((one) => (values.get(one.name) ?? '') !== '')
  const byPlace = given.every((one, index) => parameters[index] === one && index < places)
  const filled = new Map(given.map((one, index) => [byPlace ? String(index) : one.name, values.get(one.name)!]))
  const tag: Tag = { length: 0, sign, name, closing: false, selfClosing, escaped: false, args: [] }
  return withValues('', tag, filled)
}

export const insertCall =
  (shortcode: Shortcode, values: Values): StateCommand =>
  ({ state, dispatch }) => {
    if (inFrontMatter(state)) return true
    dispatch(state.update(shortcode.inline ? inLine(state, shortcode, values) : onItsOwn(state, shortcode, values)))
    return true
  }

function inLine(state: EditorState, shortcode: Shortcode, values: Values) {
  const { from, to } = state.selection.main
  const words = state.sliceDoc(from, to)
  const tag = call(shortcode, values, '%')
  if (shortcode.name === 'param' || state.sliceDoc(from - 2, from) === '](') {
    return oneStep({ from, to, insert: tag }, { anchor: from + tag.length })
  }
  const insert = `[${words}](${tag})`
  return oneStep({ from, to, insert }, { anchor: words ? from + insert.length : from + 1 })
}

/** What is selected stands between the tags of a pair. */
function onItsOwn(state: EditorState, shortcode: Shortcode, values: Values) {
  const { from, to } = state.selection.main
  const tag = call(shortcode, values)
  const { opening, closing } = ownParagraph(state, shortcode.paired ? from : to, to)
  if (!shortcode.paired) {
    return oneStep({ from: to, insert: opening + tag + closing }, { anchor: to + opening.length + tag.length })
  }
  const start = `${opening}${tag}\n`
  const insert = `${start}${state.sliceDoc(from, to)}\n{{< /${shortcode.name} >}}${closing}`
  return oneStep({ from, to, insert }, { anchor: from + start.length + to - from })
}
