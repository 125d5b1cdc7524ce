import type { ChangeDesc } from '@codemirror/state'
import { follow, type Ends } from './place'
import type { Accepted, Replica } from './replica'
import type { Clock } from './types'

/** At most so often is told where we are, in milliseconds. */
const EVERY = 60

/** Tells the others where this author's selection is, in the text as they know it. */
export class Whereabouts {
  private ends: Ends = { anchor: null, head: null }
  private timer: (() => void) | null = null
  /** What the others take for our place, in the text at the replica's revision; null when they know nothing. */
  private told: Ends | null = null

  constructor(
    private readonly client: string,
    private readonly clock: Clock,
    private readonly replica: () => Replica,
    private readonly send: (message: object) => void,
  ) {}

  here(anchor: number | null, head: number | null): void {
    this.ends = { anchor, head }
    this.tellSoon()
  }

  /** The editor's document was changed by others. */
  shifted(changes: ChangeDesc): void {
    this.ends = follow(this.ends, changes)
  }

  /** The others follow us through each revision; where they would come to another place, we tell them. */
  received({ client, changes }: Accepted): void {
    this.told = this.told && follow(this.told, changes, client === this.client ? 1 : -1)
    this.tellSoon()
  }

  /** The first word on a new line. */
  introduce(): void {
    this.told = null
    this.tell()
  }

  repeat(): void {
    this.told = null
    this.tellSoon()
  }

  stop(): void {
    this.timer?.()
    this.timer = null
  }

  private tellSoon(): void {
    this.timer ??= this.clock.after(EVERY, () => {
      this.timer = null
      this.tell()
    })
  }

  private tell(): void {
    const replica = this.replica()
    const anchor = confirmed(this.ends.anchor, replica)
    const head = confirmed(this.ends.head, replica)
    if (this.told?.anchor === anchor && this.told.head === head) return
    this.told = { anchor, head }
    this.send({ type: 'here', client: this.client, revision: replica.revision, anchor, head })
  }
}

/** Where a position of the editor's document lies in the text at the replica's revision. */
function confirmed(position: number | null, { sent, pending }: Replica): number | null {
  if (position === null) return null
  const back = (place: number, changes: ChangeDesc | undefined) =>
    changes ? changes.invertedDesc.mapPos(Math.min(place, changes.newLength)) : place
  return back(back(position, pending?.changes), sent?.mapped)
}
