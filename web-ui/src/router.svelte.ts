export type Screen =
  | { name: 'library' }
  | { name: 'media' }
  | { name: 'setup'; token: string }
  | { name: 'sign-in' }
  | { name: 'invitation'; token: string }
  | { name: 'writing'; post: string }
  | { name: 'history'; post: string; revision: number | null }
  | { name: 'comparing'; post: string; pair: string }
  | { name: 'deleted' }
  | { name: 'shortcodes' }
  | { name: 'lost' }

const root = '/studio'

export const addresses = {
  library: `${root}/`,
  media: `${root}/media`,
  signIn: `${root}/sign-in`,
  deleted: `${root}/deleted`,
  shortcodes: `${root}/shortcodes`,
  post: (post: string) => `${root}/posts/${encodeURIComponent(post)}`,
  history: (post: string) => `${root}/posts/${encodeURIComponent(post)}/history`,
  revision: (post: string, n: number) => `${root}/posts/${encodeURIComponent(post)}/revisions/${n}`,
  /** Two revisions or editions, as in `3...12` and `edition-1...edition-2`. */
  compare: (post: string, pair: string) => `${root}/posts/${encodeURIComponent(post)}/compare/${pair}`,
  invitation: (token: string) => `${location.origin}${root}/invitation#${token}`,
}

export function screenAt(path: string, fragment: string): Screen {
  const [first, post, third, n, ...rest] = path.slice(root.length).split('/').filter(Boolean).map(decodeURIComponent)
  if (first === undefined) return { name: 'library' }
  if (post === undefined) return simple(first, fragment)
  if (first !== 'posts' || rest.length > 0) return { name: 'lost' }
  if (third === undefined) return { name: 'writing', post }
  if (third === 'history' && n === undefined) return { name: 'history', post, revision: null }
  if (third === 'revisions' && n !== undefined && /^\d{1,9}$/.test(n)) {
    return { name: 'history', post, revision: Number(n) }
  }
  if (third === 'compare' && n !== undefined) return { name: 'comparing', post, pair: n }
  return { name: 'lost' }
}

function simple(first: string, fragment: string): Screen {
  if (first === 'setup' || first === 'invitation') return { name: first, token: fragment.replace(/^#/, '') }
  const plain = (['sign-in', 'deleted', 'media', 'shortcodes'] as const).find((name) => name === first)
  return { name: plain ?? 'lost' }
}

class Router {
  screen: Screen = $state(here())
  #back = addresses.library

  constructor() {
    addEventListener('popstate', () => this.#look())
  }

  go(address: string, { replace = false } = {}) {
    if (replace) window.history.replaceState(null, '', address)
    else window.history.pushState(null, '', address)
    this.#look()
    scrollTo(0, 0)
  }

  /** The address follows what is shown, without showing anything anew. */
  rename(address: string) {
    window.history.replaceState(null, '', address)
  }

  askToSignIn() {
    if (this.screen.name === 'sign-in') return
    this.#back = location.pathname + location.hash
    this.go(addresses.signIn, { replace: true })
  }

  goBack() {
    const back = this.#back
    this.#back = addresses.library
    this.go(back, { replace: true })
  }

  #look() {
    this.screen = here()
  }
}

const here = () => screenAt(location.pathname, location.hash)

export const router = new Router()

/** Links stay links: a plain click is answered here, every other one by the browser. */
export function follow(event: MouseEvent) {
  const link = (event.target as Element).closest?.('a')
  if (!link || event.defaultPrevented || event.button !== 0 || hasModifier(event)) return
  if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  if (!link.pathname.startsWith(`${root}/`) || link.hash) return
  event.preventDefault()
  router.go(link.pathname)
}

const hasModifier = (event: MouseEvent) => event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
