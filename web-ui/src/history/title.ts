const fenced = /^(\+\+\+|---)[ \t]*\n([^]*?)\n\1/

/** The title that stands in the front matter of an old revision; the server tells that of the newest. */
export function titleIn(source: string): string {
  const matter = fenced.exec(source)?.[2] ?? ''
  const value = /^title\s*[=:]\s*(.*?)\s*$/im.exec(matter)?.[1] ?? ''
  const quoted = /^(["'])(.*)\1$/.exec(value)
  if (!quoted) return value
  return quoted[1] === '"' ? quoted[2]!.replace(/\\(["\\])/g, '$1') : quoted[2]!
}
