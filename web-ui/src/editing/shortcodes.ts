import type { OwnShortcode } from '../wire'

/** What one value of a shortcode is and how it is asked for. */
export interface Parameter {
  name: string
  label: string
  kind?: 'number' | 'switch' | readonly string[]
  required?: boolean
  hint?: string
  /** What it is where nothing is written. */
  usual?: string
}

/** One of Hugo's own shortcodes. */
export interface Shortcode {
  name: string
  label: string
  about: string
  /** Words by which it is found besides its own. */
  also?: string
  parameters: readonly Parameter[]
  /** How many of the parameters are known by their place, from the first. */
  places?: number
  /** Whether it stands in a line of text. */
  inline?: boolean
  /** Whether it has an end, with text before it. */
  paired?: boolean
  selfClosing?: boolean
}

const text = (name: string, label: string, hint = ''): Parameter => ({ name, label, ...(hint ? { hint } : {}) })
const yes = (name: string, label: string, usual: 'true' | 'false'): Parameter => ({
  name,
  label,
  kind: 'switch',
  usual,
})
const loading: Parameter = { name: 'loading', label: 'Loading', kind: ['eager', 'lazy'] }
const needed = (parameter: Parameter): Parameter => ({ ...parameter, required: true })

const target = (about: string) => [
  needed(text('path', 'Post', about)),
  text('lang', 'Language', 'If not this post’s'),
  text('outputFormat', 'Output format', 'For example json'),
]

export const shortcodes: readonly Shortcode[] = [
  {
    name: 'figure',
    label: 'Figure',
    about: 'An image with a caption',
    also: 'image picture photo',
    parameters: [
      needed(text('src', 'Image', 'Its path or address')),
      text('alt', 'Alternative text', 'What it shows, for who cannot see it'),
      text('caption', 'Caption'),
      text('title', 'Title'),
      text('attr', 'Attribution'),
      text('attrlink', 'Link of the attribution'),
      text('link', 'Link of the image'),
      text('target', 'Target of the link', 'For example _blank'),
      text('rel', 'Relation of the link', 'For example nofollow'),
      { name: 'width', label: 'Width', kind: 'number' },
      { name: 'height', label: 'Height', kind: 'number' },
      loading,
      text('class', 'Class'),
    ],
  },
  {
    name: 'relref',
    label: 'Link to a post',
    about: 'Its path, wherever the blog stands',
    also: 'relative reference',
    inline: true,
    places: 1,
    parameters: target('Its path, for example /posts/first/'),
  },
  {
    name: 'ref',
    label: 'Full link to a post',
    about: 'With the blog’s own address',
    also: 'absolute reference permalink',
    inline: true,
    places: 1,
    parameters: target('Its path, for example /posts/first/'),
  },
  {
    name: 'highlight',
    label: 'Highlighted code',
    about: 'Code with numbered or marked lines',
    also: 'source programme',
    paired: true,
    places: 2,
    parameters: [
      needed(text('0', 'Language', 'For example go')),
      text('1', 'Options', 'For example linenos=table, hl_lines=3 6-8'),
    ],
  },
  {
    name: 'youtube',
    label: 'YouTube video',
    about: 'By the id in its address',
    also: 'film movie',
    places: 1,
    parameters: [
      needed(text('id', 'Video', 'What follows v= in its address')),
      text('title', 'Title'),
      { name: 'start', label: 'Start after seconds', kind: 'number' },
      { name: 'end', label: 'End after seconds', kind: 'number' },
      yes('autoplay', 'Play at once', 'false'),
      yes('mute', 'Without sound', 'false'),
      yes('loop', 'Again and again', 'false'),
      yes('controls', 'Show controls', 'true'),
      yes('allowFullScreen', 'Allow full screen', 'true'),
      loading,
      text('class', 'Class'),
    ],
  },
  {
    name: 'vimeo',
    label: 'Vimeo video',
    about: 'By the number in its address',
    also: 'film movie',
    places: 1,
    parameters: [
      needed(text('id', 'Video', 'The number at the end of its address')),
      text('title', 'Title'),
      yes('allowFullScreen', 'Allow full screen', 'true'),
      loading,
      text('class', 'Class'),
    ],
  },
  {
    name: 'x',
    label: 'Post on X',
    about: 'By its author and number',
    also: 'twitter tweet',
    parameters: [
      needed(text('user', 'Author', 'Without the @')),
      needed(text('id', 'Number', 'What follows /status/ in its address')),
    ],
  },
  {
    name: 'instagram',
    label: 'Post on Instagram',
    about: 'By the id in its address',
    also: 'photo',
    places: 1,
    parameters: [needed(text('0', 'Post', 'What follows /p/ in its address'))],
  },
  {
    name: 'gist',
    label: 'GitHub Gist',
    about: 'Gone from Hugo since 0.143: a site needs a template for it',
    also: 'code',
    places: 3,
    parameters: [
      needed(text('0', 'Author')),
      needed(text('1', 'Gist', 'The id at the end of its address')),
      text('2', 'File', 'If not all of its files'),
    ],
  },
  {
    name: 'param',
    label: 'Value from the front matter',
    about: 'Or from the blog’s settings',
    also: 'variable parameter',
    inline: true,
    places: 1,
    parameters: [needed(text('0', 'Name', 'For example author or params.score'))],
  },
  {
    name: 'details',
    label: 'Details',
    about: 'Text that opens when its summary is pressed',
    also: 'spoiler fold collapse',
    paired: true,
    parameters: [
      { ...text('summary', 'Summary'), usual: 'Details' },
      yes('open', 'Open at first', 'false'),
      text('name', 'Group', 'Of those with one name only one is open'),
      text('title', 'Title'),
      text('class', 'Class'),
    ],
  },
  {
    name: 'qr',
    label: 'QR code',
    about: 'Of a text or an address',
    selfClosing: true,
    parameters: [
      needed(text('text', 'Text or address')),
      text('alt', 'Alternative text'),
      { name: 'level', label: 'Error correction', kind: ['low', 'medium', 'quartile', 'high'], usual: 'medium' },
      { name: 'scale', label: 'Pixels of a square', kind: 'number', usual: '4' },
      loading,
      text('title', 'Title'),
      text('targetDir', 'Folder for the image'),
      text('id', 'Id'),
      text('class', 'Class'),
    ],
  },
]

/** One of the blog's own: of what its template asks for by name, or else by place. */
export const ownShortcode = ({ name, encloses, names, places }: OwnShortcode): Shortcode => ({
  name,
  label: called(name),
  about: 'One of this blog’s own',
  also: `${name} own`,
  paired: encloses,
  ...(names.length > 0
    ? { parameters: names.map((one) => text(one, called(one))) }
    : {
        parameters: Array.from({ length: places }, (_, place) => text(String(place), `Value ${place + 1}`)),
        places,
      }),
})

const called = (name: string) => {
  const words = name.replace(/[-_/]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

let own: readonly Shortcode[] = []

/** The blog's own shortcodes go before those of Hugo. */
export function define(shortcodesOfTheBlog: readonly OwnShortcode[]) {
  own = shortcodesOfTheBlog.map(ownShortcode)
}

export const allShortcodes = (): readonly Shortcode[] => [
  ...own,
  ...shortcodes.filter(({ name }) => own.every((one) => one.name !== name)),
]

const older: Readonly<Record<string, string>> = { tweet: 'x', twitter: 'x' }

export const shortcodeNamed = (name: string): Shortcode | undefined =>
  own.find((one) => one.name === name) ?? shortcodes.find((one) => one.name === (older[name] ?? name))
