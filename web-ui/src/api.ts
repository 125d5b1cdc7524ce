import type * as Wire from './wire'

/** A refusal as the server worded it, or the network's silence, as a sentence for a person. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    sentence: string,
    readonly code?: string,
  ) {
    super(sentence)
  }
}

export const sentenceOf = (failure: unknown): string =>
  failure instanceof Error ? failure.message : 'Something went wrong. Please try again.'

const signedOut: (() => void)[] = []

export const whenSignedOut = (listener: () => void) => signedOut.push(listener)

export const me = () => get<Wire.Me>('/api/me')
export const setUp = (token: string, name: string, password: string) =>
  post<Wire.Account>('/api/setup', { token, name, password })
export const signIn = (name: string, password: string) => post<Wire.Account>('/api/session', { name, password })
export const signOut = () => send<void>('DELETE', '/api/session')

export const invitation = (token: string) => get<Wire.Invitation>(`/api/invitations/${encodeURIComponent(token)}`)
export const joinWithAccount = (token: string, name: string, password: string) =>
  post<{ post: string }>(`/api/invitations/${encodeURIComponent(token)}/account`, { name, password })
export const accept = (token: string) =>
  post<{ post: string }>(`/api/invitations/${encodeURIComponent(token)}/acceptance`)

export const library = (search: string, limit: number) =>
  get<Wire.Library>(`/api/library?q=${encodeURIComponent(search)}&limit=${limit}`)
export const libraryChanges = () => new EventSource('/api/library/changes')
export const sample = () => post<Wire.NewPost>('/api/posts/sample')
export const importFile = (name: string, file: Blob) =>
  send<Wire.NewPost>('POST', `/api/posts/import?name=${encodeURIComponent(name)}`, file, 'text/markdown')
/** Hands over each line as it comes. */
export const importSite = (zip: Blob, tell: (line: Wire.SiteImportLine) => void) =>
  send('POST', '/api/imports', zip, 'application/zip', (answer) => linesOf(answer, tell))
export const uploadImage = (id: string, name: string, file: Blob) =>
  send<{ path: string }>('POST', imagesOf(id, name), file, file.type || 'application/octet-stream')
export const imagesOf = (id: string, name: string, original = '') =>
  `/api/posts/${id}/images?name=${encodeURIComponent(name)}${original && `&original=${encodeURIComponent(original)}`}`
export const removeImage = (id: string, path: string) =>
  send<void>('DELETE', `/api/posts/${id}/images/${encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))}`)
export const media = (search: string, unused: boolean, after = '', limit = 60) =>
  get<Wire.Media>(
    `/api/media?q=${encodeURIComponent(search)}&unused=${unused}&after=${encodeURIComponent(after)}&limit=${limit}`,
  )

export const draft = (id: string) => get<Wire.Draft>(`/api/posts/${id}`)
export const changePath = (id: string, path: string) => post<{ path: string }>(`/api/posts/${id}/path`, { path })
export const publish = (id: string, revision: number) =>
  post<{ edition: number; path: string }>(`/api/posts/${id}/editions`, { revision })
export const update = (id: string, revision: number, kind: Wire.UpdateKind, note: string) =>
  post<{ edition: number; path: string }>(`/api/posts/${id}/updates`, { revision, kind, note })
/** Without a kind it is a first edition. */
export const schedule = (id: string, revision: number, due: string, kind: Wire.UpdateKind | '', note: string) =>
  post<{ due: string }>(`/api/posts/${id}/schedule`, { revision, due, kind, note })
export const unschedule = (id: string) => send<void>('DELETE', `/api/posts/${id}/schedule`)
export const invite = (id: string, role: Wire.Role) =>
  post<{ token: string; expires: string }>(`/api/posts/${id}/invitations`, { role })

export const settings = (id: string) => get<Wire.Settings>(`/api/posts/${id}/settings`)
export const changeRole = (id: string, person: string, role: Wire.Role) =>
  post<{ role: Wire.Role }>(`/api/posts/${id}/people/${person}/role`, { role })
export const takeBack = (id: string, person: string) => send<void>('DELETE', `/api/posts/${id}/people/${person}`)
export const revokeInvitation = (id: string, invitation: string) =>
  send<void>('DELETE', `/api/posts/${id}/invitations/${invitation}`)
export const openHistory = (id: string) => post<void>(`/api/posts/${id}/openness`)
export const closeHistory = (id: string) => send<void>('DELETE', `/api/posts/${id}/openness`)
export const withdraw = (id: string) => post<void>(`/api/posts/${id}/withdrawal`)
export const remove = (id: string) => send<void>('DELETE', `/api/posts/${id}`)
export const restore = (id: string) => post<void>(`/api/posts/${id}/restoration`)
export const theme = () => get<{ problems: Wire.ThemeProblem[] }>('/api/theme')
export const deletedPosts = () => get<{ posts: Wire.DeletedPost[] }>('/api/deleted-posts')
/** As authors call them. */
export const shortcodes = () => get<{ shortcodes: Wire.OwnShortcode[] }>('/api/shortcodes')
export const siteShortcodes = () => get<{ shortcodes: Wire.SiteShortcode[] }>('/api/site/shortcodes')
export const siteShortcode = (name: string) =>
  get<{ name: string; path: string; template: string }>(shortcodeNamed(name))
export const keepShortcode = (name: string, template: string) =>
  send<void>('PUT', shortcodeNamed(name), template, 'text/plain; charset=utf-8')
export const removeShortcode = (name: string) => send<void>('DELETE', shortcodeNamed(name))
export const tryShortcode = (name: string, call: string, template: string) =>
  send<Wire.ShortcodePreview>(
    'POST',
    `/api/shortcode-previews?name=${encodeURIComponent(name)}&call=${encodeURIComponent(call)}`,
    template,
    'text/plain; charset=utf-8',
  )
const shortcodeNamed = (name: string) => `/api/site/shortcodes/${encodeURIComponent(name)}`
export const tags = () => get<{ tags: string[] }>('/api/tags')

export const history = (id: string) => caughtUp(id, () => get<Wire.Timeline>(`/api/posts/${id}/history`))
export const revision = (id: string, n: number) => get<Wire.Revision>(`/api/posts/${id}/revisions/${n}`)

export const range = (id: string, from: number, to: number) =>
  get<Wire.Range>(`/api/posts/${id}/revisions/${from}-${to}`)
export const sourceAt = (id: string, n: number) =>
  send('GET', `/api/posts/${id}/revisions/${n}/source`, undefined, undefined, textOf)
export const nameRevision = (id: string, revision: number, name: string) =>
  post<{ label: number }>(`/api/posts/${id}/labels`, { revision, name })
export const renameLabel = (id: string, label: number, name: string) =>
  post<{ name: string }>(`/api/posts/${id}/labels/${label}/name`, { name })
export const removeLabel = (id: string, label: number) => send<void>('DELETE', `/api/posts/${id}/labels/${label}`)
export const restored = (id: string, revision: number, as: number, whole: boolean) =>
  post<void>(`/api/posts/${id}/restorations`, { revision, as, whole })
export const compareSources = (id: string, pair: string) =>
  get<Wire.ComparedSources>(`/api/posts/${id}/compare/${pair}`)
export const comparePages = (id: string, pair: string) =>
  get<Wire.ComparedPages>(`/api/posts/${id}/compare/${pair}/page`)
export const authorship = (id: string, n: number) => get<Wire.Authorship>(`/api/posts/${id}/revisions/${n}/authorship`)
export const since = (id: string) => caughtUp(id, () => get<Wire.Since>(`/api/posts/${id}/since`))
export const visited = (id: string, revision: number) => post<void>(`/api/posts/${id}/visits`, { revision })

const durable = new Map<string, number>()

/** The post has this revision: what tells less of its history is asked again. */
export function has(id: string, revision: number) {
  durable.set(id, Math.max(revision, durable.get(id) ?? 0))
}

async function caughtUp<T extends { newest: number }>(id: string, read: () => Promise<T>, patience = 5000): Promise<T> {
  const until = Date.now() + patience
  for (;;) {
    const told = await read()
    if (told.newest >= (durable.get(id) ?? 0) || Date.now() > until) return told
    await new Promise((again) => setTimeout(again, 150))
  }
}

/** Views follow the log a moment later: what was just made may still be unknown to them. */
export async function onceThere<T>(read: () => Promise<T>, patience = 5000): Promise<T> {
  const until = Date.now() + patience
  for (;;) {
    try {
      return await read()
    } catch (failure) {
      if (!(failure instanceof Problem && failure.status === 404) || Date.now() > until) throw failure
      await new Promise((again) => setTimeout(again, 150))
    }
  }
}

const get = <T>(path: string) => send<T>('GET', path)

const post = <T>(path: string, body?: unknown) =>
  body === undefined ? send<T>('POST', path) : send<T>('POST', path, JSON.stringify(body), 'application/json')

async function send<T>(
  method: string,
  path: string,
  body?: BodyInit,
  type?: string,
  bodyOf: (answer: Response) => Promise<T> = jsonOf,
): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, text/plain;q=0.9, application/problem+json' }
  if (type) headers['Content-Type'] = type
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = await xsrfToken()
  const answer = await fetch(path, { method, headers, body: body ?? null, credentials: 'same-origin' }).catch(() => {
    throw unreachable()
  })
  if (!answer.ok) throw problemOf(answer.status, path, await answer.json().catch(() => ({})))
  return bodyOf(answer)
}

const jsonOf = <T>(answer: Response): Promise<T> =>
  (answer.status === 204 ? Promise.resolve() : answer.json()) as Promise<T>

async function linesOf<T>(answer: Response, tell: (line: T) => void): Promise<void> {
  const letters = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let begun = ''
  for (let part = await letters?.read(); part && !part.done; part = await letters?.read()) {
    const lines = (begun + part.value).split('\n')
    begun = lines.pop() ?? ''
    lines.forEach((line) => tell(JSON.parse(line) as T))
  }
}

const textOf = (answer: Response): Promise<string> => answer.text()

export const unreachable = () => new Problem(0, 'The server cannot be reached. Check the connection and try again.')

export async function xsrfToken(): Promise<string> {
  if (xsrfCookie() === '') await fetch('/api/me', { credentials: 'same-origin' }).catch(() => undefined)
  return xsrfCookie()
}

const xsrfCookie = () => /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''

export function problemOf(status: number, path: string, body: unknown): Problem {
  const said = body as Partial<{ title: string; detail: string; code: string }>
  if (status === 401 && path !== '/api/session') signedOut.forEach((listener) => listener())
  return new Problem(status, said.detail ?? said.title ?? plainSentence(status), said.code)
}

function plainSentence(status: number): string {
  if (status === 401) return 'You are signed out. Sign in and try again.'
  if (status === 403) return 'You may not do this. Reload the page if you were just signed in elsewhere.'
  if (status === 404) return 'This is not here, or you were not let in.'
  if (status === 413) return 'This is too large.'
  return `The server could not do this just now (${status}). Please try again.`
}
