import type { ChangeDesc, Text } from '@codemirror/state'
import type { Replica } from './replica'

/** Revisions whose pages may still come. */
const REMEMBERED = 200

interface Moment {
  readonly revision: number
  readonly text: Text
  /** What led here from the moment before. */
  readonly changes: ChangeDesc | null
}

/** The text as it was at the newest revisions, so that a line of one of them is found in the text of now. */
export class Past {
  private readonly moments: Moment[] = []

  /** One revision followed another. */
  passed(before: Replica, after: Replica, changes: ChangeDesc): void {
    if (!before.text || !after.text) return
    if (this.moments.length === 0) this.moments.push({ revision: before.revision, text: before.text, changes: null })
    this.moments.push({ revision: after.revision, text: after.text, changes })
    if (this.moments.length > REMEMBERED) this.moments.shift()
  }

  /** Where lines (from 1) of the text at a revision begin in the editor's text; a forgotten revision is taken for the last. */
  starts(revision: number, lines: readonly number[], replica: Replica): number[] {
    const at = this.moments.findIndex((moment) => moment.revision === revision)
    const text = this.moments[at]?.text ?? replica.text
    if (!text) return lines.map(() => 0)
    const since = at < 0 ? [] : this.moments.slice(at + 1).map(({ changes }) => changes)
    const own = [replica.sent?.mapped, replica.pending?.changes]
    const path = [...since, ...own].flatMap((changes) => (changes ? [changes] : []))
    const start = (line: number) => text.line(Math.min(Math.max(line, 1), text.lines)).from
    return lines.map((line) => path.reduce((position, changes) => changes.mapPos(position, 1), start(line)))
  }
}
