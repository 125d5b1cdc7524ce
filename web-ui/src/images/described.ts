import type { Measure, StoredImage, Use } from '../wire'

export const nameOf = ({ path }: { path: string }) => path.slice(path.lastIndexOf('/') + 1)

/** "1600 × 1200, 240 kB" */
export function measured(measure: Measure | null): string {
  if (!measure) return ''
  const { width, height, size } = measure
  return width && height ? `${width} × ${height}, ${weight(size)}` : weight(size)
}

export function weight(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** "draft, editions 1 and 3" */
export function where({ draft, editions }: Use): string {
  const numbers = new Intl.ListFormat('en-GB').format(editions.map(String))
  const published = editions.length === 0 ? '' : `${editions.length === 1 ? 'edition' : 'editions'} ${numbers}`
  return [draft ? 'draft' : '', published].filter(Boolean).join(', ')
}

export const kindOf = ({ mediaType }: StoredImage) =>
  mediaType
    .replace(/^image\//, '')
    .replace(/\+xml$/, '')
    .toUpperCase()
