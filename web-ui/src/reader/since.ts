/** Remembers in this browser alone which edition of a post it showed, and offers what has changed when one comes back. */

const PREFIX = 'lookback-read:'

/** The edition that was read before, where it is older than this one; remembers this one. */
export function readBefore(memory: Pick<Storage, 'getItem' | 'setItem'>, post: string, edition: number): number | null {
  try {
    const before = Number(memory.getItem(PREFIX + post))
    memory.setItem(PREFIX + post, String(edition))
    return Number.isInteger(before) && before > 0 && before < edition ? before : null
  } catch {
    // A browser that keeps nothing: there is nothing to offer.
    return null
  }
}

function element(name: string, words: string, parent: Element): HTMLElement {
  const made = document.createElement(name)
  made.textContent = words
  parent.append(made)
  return made
}

async function changesAt(address: string): Promise<Element> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const changes = page.querySelector('main')
  if (!changes) throw new Error('no page')
  const section = document.createElement('section')
  section.append(...changes.childNodes)
  return section
}

/** The line above the article, and what follows from it. */
export function offer(main: HTMLElement, post: string, before: number, edition: number) {
  const address = `${post}editions/${before}...${edition}/`
  const article = main.querySelector('article')
  if (!article) return
  const line = document.createElement('aside')
  line.className = 'older'
  line.lang = 'en'
  line.dir = 'ltr'
  const words = element('p', `You read edition ${before}; this is edition ${edition}. `, line)
  const show = element('a', 'What has changed since', words) as HTMLAnchorElement
  show.href = address
  main.prepend(line)

  let changes: Element | null = null
  show.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void toggle()
  })

  async function toggle() {
    if (changes?.isConnected) {
      changes.replaceWith(article as Element)
      show.textContent = 'What has changed since'
      return
    }
    try {
      changes ??= await changesAt(address)
      article?.replaceWith(changes)
      show.textContent = 'Back to the article'
    } catch {
      location.href = address
    }
  }
}

const main = document.querySelector<HTMLElement>('main[data-post]')
if (main) {
  const { post = '', edition = '' } = main.dataset
  const before = readBefore(localStorage, post, Number(edition))
  if (before !== null) offer(main, post, before, Number(edition))
}
