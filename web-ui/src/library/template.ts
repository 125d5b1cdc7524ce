export type Syntax = 'toml' | 'yaml'
export type Kind = keyof typeof fields

/** What each kind of post says in its front matter beside title and date, still empty. */
const fields = {
  post: { tags: [] },
  film: { tags: ['film'], director: '', year: '', rating: '' },
  album: { tags: ['album'], artist: '', label: '', year: '', rating: '' },
} satisfies Record<string, Record<string, string | string[]>>

export const kinds: readonly { kind: Kind; name: string }[] = [
  { kind: 'post', name: 'Post' },
  { kind: 'film', name: 'Film review' },
  { kind: 'album', name: 'Album review' },
]

/** The file with which a post begins, as Hugo would store it. A string of JSON is one of TOML and of YAML too. */
export function template(title: string, kind: Kind, syntax: Syntax, day: string): string {
  const { tags, ...others } = fields[kind]
  const [fence, sign] = syntax === 'toml' ? ['+++', ' = '] : ['---', ': ']
  const line = (key: string, value: string) => `${key}${sign}${value}`
  const params = Object.entries(others).map(([key, value]) => line(key, JSON.stringify(value)))
  const top = [line('title', JSON.stringify(title)), line('date', day), line('tags', JSON.stringify(tags))]
  return [fence, ...top, ...nested(params, syntax), fence, '', ''].join('\n')
}

function nested(params: string[], syntax: Syntax): string[] {
  if (params.length === 0) return []
  return syntax === 'toml'
    ? ['[params]', ...params.map((line) => `  ${line}`)]
    : ['params:', ...params.map((line) => `  ${line}`)]
}

/** The last part of the path that the server would give to this title. */
export const slugOf = (title: string) =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}._]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|[-._]+$/gu, '')
    .slice(0, 100)
