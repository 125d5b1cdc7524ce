import { ChangeSet } from '@codemirror/state'

/**
 * A concurrent trace as a server would have taken it in: each author's edits in the order of the trace, rebased over those
 * that the author had not seen. Where an author had seen a third one's edit but not an earlier one's, both count as seen.
 */
export function inTurn(txns) {
  const authors = new Map()
  const accepted = []
  const seen = []
  return txns.map(({ agent, parents, patches }, number) => {
    seen[number] = parents.map((parent) => seen[parent]).reduce(newest, {})
    if (!authors.has(agent)) authors.set(agent, new Author(accepted))
    const author = authors.get(agent)
    author.sees(seen[number])
    const changes = author.types(patches)
    seen[number] = { ...seen[number], [agent]: number }
    accepted.push({ agent, number, changes })
    for (const [other, them] of authors) if (other !== agent) them.missing.push({ agent, number, changes })
    return changes
  })
}

const newest = (one, other) =>
  Object.fromEntries(
    Object.keys({ ...one, ...other }).map((agent) => [agent, Math.max(one[agent] ?? -1, other[agent] ?? -1)]),
  )

class Author {
  length = 0

  /** Who comes later has seen nothing of what there is. */
  constructor(accepted) {
    this.missing = accepted.map((edit) => ({ ...edit }))
  }

  sees(known) {
    const seen = this.missing.findLastIndex(({ agent, number }) => number <= (known[agent] ?? -1)) + 1
    for (const { changes } of this.missing.splice(0, seen)) this.length = changes.newLength
  }

  /** The edit as it is accepted after all that is missing here. */
  types(patches) {
    let edit = ChangeSet.empty(this.length)
    for (const [from, taken, insert] of patches) {
      const at = Math.min(from, edit.newLength)
      const to = Math.min(at + taken, edit.newLength)
      edit = edit.compose(ChangeSet.of({ from: at, to, insert }, edit.newLength))
    }
    this.length = edit.newLength
    for (const late of this.missing) {
      const rebased = edit.map(late.changes)
      late.changes = late.changes.map(edit, true)
      edit = rebased
    }
    return edit
  }
}
