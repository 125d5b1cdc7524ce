/** What an author may want to mend before readers find a revision; none of it forbids anything. */
export interface Check {
  what: string
  /** Where in the source it is; -1 where that is not known. */
  at: number
}

const MOST_ASKED = 40

const FRONT_MATTER = /^\uFEFF?(\+\+\+\n[\s\S]*?\n\+\+\+|---\n[\s\S]*?\n---|\{[\s\S]*?\n\})/

const says = (head: string, key: string) => new RegExp(`^\\s*["']?${key}["']?\\s*[:=]\\s*\\S`, 'im').test(head)

const nameOf = (address: string) => address.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? address

/** The sites whose images readers are shown, besides this one. */
const shownSites = () =>
  (document.querySelector<HTMLMetaElement>('meta[name=images-from]')?.content ?? '').split(' ').filter(Boolean)

/** The site of an image that readers are not sent to; empty where they see the image. */
function notShown(address: string, sites: readonly string[]): string {
  if (!/^(https?:)?\/\//i.test(address) || !URL.canParse(address, location.origin)) return ''
  const { origin, protocol, host } = new URL(address, location.origin)
  const shown = sites.some((site) =>
    site.includes('//*.') ? protocol === 'https:' && host.endsWith(site.slice(site.indexOf('*') + 1)) : origin === site,
  )
  return shown || origin === location.origin ? '' : host
}

/** What the source and the page that the server made of it say by themselves. */
export function checksOf(source: string, page: ParentNode, sites = shownSites()): Check[] {
  const found: Check[] = []
  const note = (what: string, words = '') => found.push({ what, at: words === '' ? -1 : source.indexOf(words) })
  const head = FRONT_MATTER.exec(source)?.[0] ?? ''
  if (!says(head, 'title')) found.push({ what: 'It has no title.', at: 0 })
  if (!says(head, 'date')) found.push({ what: 'It has no date, so the day of its publication is shown.', at: 0 })
  const problems = [...page.querySelectorAll('.problem')].map(({ textContent }) => textContent)
  for (const problem of problems) {
    const line = /^Line (\d+)/.exec(problem)?.[1]
    found.push({ what: problem, at: line ? lineStart(source, Number(line)) : -1 })
  }
  for (const image of page.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? ''
    if (!image.getAttribute('alt')?.trim())
      note(`The image ${nameOf(address)} has no words for those who cannot see it.`, nameOf(address))
    const host = notShown(address, sites)
    if (host)
      note(
        `The image ${nameOf(address)} is at ${host}, which would learn who reads, so readers get a link to it. Drop its file into the text to show it.`,
        address,
      )
  }
  for (const shortcode of page.querySelectorAll('.shortcode')) {
    const words = shortcode.textContent
    if (problems.some((problem) => problem.includes(words))) continue
    if (shortcode.matches('.broken'))
      note(`${words.replace(/\?$/, '')}: there is no such post.`, words.replace(/\?$/, ''))
    else note(`${words.split('\n')[0]} is not understood; readers see what stands inside it.`, words.split('\n')[0])
  }
  return found
}

function lineStart(source: string, line: number): number {
  let at = 0
  for (let n = 1; n < line; n++) {
    const end = source.indexOf('\n', at)
    if (end < 0) return at
    at = end + 1
  }
  return at
}

/** Links and images of this site that lead to nothing; asks for each of them. */
export async function brokenOf(source: string, page: ParentNode, path: string): Promise<Check[]> {
  const base = new URL(path, location.origin)
  const all = [...page.querySelectorAll('a[href], img[src]')].map((one) => ({
    isImage: one.localName === 'img',
    written: one.getAttribute(one.localName === 'img' ? 'src' : 'href') ?? '',
  }))
  const ours = all.filter(
    ({ written }) =>
      !written.startsWith('#') && URL.canParse(written, base) && new URL(written, base).origin === location.origin,
  )
  const distinct = [...new Map(ours.map((one) => [one.written, one])).values()].slice(0, MOST_ASKED)
  const answers = await Promise.all(
    distinct.map(async (one) => ({ ...one, there: await isThere(new URL(one.written, base)) })),
  )
  return answers
    .filter(({ there }) => !there)
    .map(({ isImage, written }) => ({
      what: isImage ? `The image ${nameOf(written)} is not there.` : `The link to ${written} leads to nothing.`,
      at: source.indexOf(nameOf(written)),
    }))
}

/** Where nobody can say, it is not called broken. */
async function isThere(address: URL): Promise<boolean> {
  try {
    const { status } = await fetch(address, { method: 'HEAD' })
    return status !== 404 && status !== 410
  } catch {
    return true
  }
}
