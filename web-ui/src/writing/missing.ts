/** What an author calls the file of an image that the preview could not show. */
export function fileOf(image: HTMLImageElement): string {
  const name = (image.getAttribute('src') ?? '').split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(name) || 'This image'
  } catch {
    return name
  }
}
