import { call } from '../editing/calls'
import { shortcodeNamed } from '../editing/shortcodes'

export type As = 'figure' | 'markdown'

export interface Described {
  path: string
  /** Empty for a decorative image. */
  alt: string
  caption: string
}

export const markup = (image: Described, as: As): string => (as === 'figure' ? figure(image) : markdown(image))

/** An empty alternative text is written too: it says that the image is decorative. */
function figure({ path, alt, caption }: Described): string {
  const values = new Map([
    ['src', path],
    ['alt', alt],
    ['caption', caption],
  ])
  const tag = call(shortcodeNamed('figure')!, values)
  return alt === '' ? tag.replace(/(src="[^"]*")/, '$1 alt=""') : tag
}

const markdown = ({ path, alt }: Described) => `![${alt.replace(/[\\[\]`*_<]/g, '\\$&')}](${path})`

/** One line, as an image's words stand in the source. */
export const inOneLine = (words: string) => words.trim().replace(/\s+/g, ' ')
