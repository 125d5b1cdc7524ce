/** Images of other sites are not loaded, so that reading tells them nothing; a link stands in the place of each. */

const isElsewhere = (image: HTMLImageElement) => new URL(image.src, location.href).origin !== location.origin

function link(image: HTMLImageElement) {
  const { host } = new URL(image.src, location.href)
  const made = document.createElement('a')
  made.className = 'embed'
  made.href = image.src
  made.rel = 'noreferrer'
  made.textContent = image.alt ? `${image.alt} (image at ${host})` : `Image at ${host}`
  // Within a link there is no other.
  if (image.closest('a')) image.replaceWith(document.createTextNode(made.textContent))
  else image.replaceWith(made)
}

/** Those that cannot be shown, now or later. */
export function linkImagesElsewhere(page: ParentNode) {
  for (const image of page.querySelectorAll<HTMLImageElement>('article img[src]')) {
    if (!URL.canParse(image.src) || !isElsewhere(image)) continue
    if (image.complete && image.naturalWidth === 0) link(image)
    else image.addEventListener('error', () => link(image), { once: true })
  }
}

linkImagesElsewhere(document)
