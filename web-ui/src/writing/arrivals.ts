type Names = ReadonlyMap<string, string>

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** Says who came and went since it was asked last; who was away for a moment only is not spoken of. */
export class Arrivals {
  #known: Names | null = null

  /** The sentence to be read aloud, empty where nothing changed, and the ids of who went. */
  since(present: Names): { sentence: string; gone: string[] } {
    const before = this.#known
    this.#known = new Map(present)
    if (!before) return { sentence: hereAre([...present.values()]), gone: [] }
    const came = [...present].filter(([id]) => !before.has(id)).map(([, name]) => name)
    const gone = [...before].filter(([id]) => !present.has(id))
    const left = gone.map(([, name]) => name)
    return {
      sentence: [said(came, 'joined'), said(left, 'left')].filter(Boolean).join(' '),
      gone: gone.map(([id]) => id),
    }
  }
}

const said = (names: string[], what: string) => (names.length > 0 ? `${list.format(names)} ${what}.` : '')

const hereAre = (names: string[]) =>
  names.length > 0 ? `${list.format(names)} ${names.length === 1 ? 'is' : 'are'} here.` : ''
