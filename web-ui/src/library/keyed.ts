export interface Keyed {
  search: () => void
  start: () => void
}

/** The library by keyboard: `/` searches, `n` starts a post, the arrows go from post to post. */
export function keyed(event: KeyboardEvent, { search, start }: Keyed) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]'))
    return
  const field = event.target instanceof Element && event.target.matches('input, textarea, select')
  const doing = { ArrowDown: () => step(1), ArrowUp: () => step(-1), ...(field ? {} : { '/': search, n: start }) }[
    event.key
  ]
  if (!doing || (field && !(event.target as Element).matches('[type=search]'))) return
  event.preventDefault()
  doing()
}

function step(by: number) {
  const links = [...document.querySelectorAll<HTMLElement>('main li h2 a')]
  const now = links.findIndex((link) => link === document.activeElement)
  links[Math.max(0, Math.min(links.length - 1, now + by))]?.focus()
}
