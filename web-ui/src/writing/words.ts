const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Words that a reader reads: without front matter, shortcodes and the addresses of links. */
export function countWords(source: string): number {
  let count = 0
  for (const { isWordLike } of segmenter.segment(bodyOf(source))) if (isWordLike) count++
  return count
}

export function bodyOf(source: string): string {
  return source
    .replace(/^(\+\+\+|---)[ \t]*\n[^]*?\n\1[ \t]*(\n|$)/, '')
    .replace(/\{\{[<%][^]*?[%>]\}\}/g, ' ')
    .replace(/\]\((?:[^()\s]|\([^()\s]*\))*/g, '] ')
    .replace(/https?:\/\/\S+/g, ' ')
}
