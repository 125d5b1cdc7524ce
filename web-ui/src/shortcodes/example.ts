/** What an empty shelf of shortcodes begins with: every part of it does something. */
export const example = {
  name: 'notice',
  template: `<aside class="{{ .Get "kind" | default "tip" }}">
  {{ with .Get "title" }}<p><strong>{{ . }}</strong></p>{{ end }}
  {{ .Inner | markdownify }}
</aside>
`,
}

/** A name by which authors can call it and Hugo finds it. */
export const isName = (name: string) => /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,99}$/u.test(name)

/** A call that hands over what the template asks for, each value named as what it is. */
export function exampleCall(name: string, template: string): string {
  const code = template.replace(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, '')
  const names = [...new Set([...code.matchAll(/\.Get\s+["`]([\p{L}\p{N}_-]+)["`]/gu)].map(([, asked]) => asked!))]
  const last = Math.max(-1, ...[...code.matchAll(/\.Get\s+(\d)\b/g)].map(([, place]) => Number(place)))
  const places = names.length > 0 ? [] : Array.from({ length: last + 1 }, (_, place) => `"value ${place + 1}"`)
  const tag = ['{{<', name || 'name', ...names.map((asked) => `${asked}="${asked}"`), ...places, '>}}'].join(' ')
  return /\.Inner\b/.test(code) ? `${tag}\nSome *text*.\n{{< /${name || 'name'} >}}` : tag
}
