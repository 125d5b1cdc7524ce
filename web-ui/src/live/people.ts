import type { ChangeDesc } from '@codemirror/state'
import type { Place } from './messages'
import { follow } from './place'
import type { Accepted, Replica } from './replica'
import type { Presence } from './types'

/** Revisions through which a place that comes late can still be followed. */
const REMEMBERED = 300

/** Who else is here. Their places are kept in the text at the replica's revision. */
export class People {
  private readonly places = new Map<string, Place>()
  /** Places in revisions that have not come yet. */
  private readonly early = new Map<string, Place>()
  private readonly recent: { client: string; revision: number; changes: ChangeDesc }[] = []
  private unmet = false
  private readonly known = new Map<string, string>()

  constructor(private readonly client: string) {}

  get names(): ReadonlyMap<string, string> {
    return new Map(this.known)
  }

  all(places: readonly Place[], replica: Replica): void {
    this.places.clear()
    this.early.clear()
    for (const place of places) this.moved(place, replica)
  }

  moved(place: Place, replica: Replica): void {
    if (place.client === this.client) return
    this.known.set(place.author, place.name)
    if (place.revision > replica.revision) this.early.set(place.connection, place)
    else this.settle(this.followed(place, replica))
  }

  /** Whether someone came, since this was asked last, whose first place could be settled. */
  newcomers(): boolean {
    const some = this.unmet
    this.unmet = false
    return some
  }

  /** Who went, unless they are still here by another line: a lost one is noticed later than its successor. */
  left(connection: string): Presence | null {
    const gone = this.places.get(connection) ?? this.early.get(connection)
    this.places.delete(connection)
    this.early.delete(connection)
    const stays = [...this.places.values(), ...this.early.values()].some(({ client }) => client === gone?.client)
    return gone && !stays ? presence({ ...gone, anchor: null, head: null }) : null
  }

  received({ client, revision, changes }: Accepted): void {
    const step = { client, revision, changes: changes.desc }
    this.recent.push(step)
    if (this.recent.length > REMEMBERED) this.recent.shift()
    for (const [connection, place] of this.places) this.places.set(connection, through(place, step))
    for (const place of [...this.early.values()]) if (place.revision <= revision) this.settle(place)
  }

  /** Each editor once, as it was heard of last; where it is not known yet, without a place. */
  present({ text, sent, pending }: Replica): Presence[] {
    const end = text?.length ?? 0
    const within = (position: number | null) => (position === null ? null : Math.min(position, end))
    const shown = (place: Place): Presence => {
      const here = { anchor: within(place.anchor), head: within(place.head) }
      const overSent = sent ? follow(here, sent.mapped) : here
      return presence({ ...place, ...(pending ? follow(overSent, pending.changes) : overSent) })
    }
    const coming = [...this.early.values()].map((place) => presence({ ...place, anchor: null, head: null }))
    const all = [...coming, ...[...this.places.values()].map(shown)]
    return [...new Map(all.map((one) => [one.client, one])).values()]
  }

  private settle(place: Place): void {
    this.unmet ||= !this.places.has(place.connection)
    this.early.delete(place.connection)
    this.places.delete(place.connection)
    this.places.set(place.connection, place)
  }

  /** A place in a text from before our time is no place. */
  private followed(place: Place, replica: Replica): Place {
    const since = this.recent.filter(({ revision }) => revision > place.revision)
    if (since.length < replica.revision - place.revision) return { ...place, anchor: null, head: null }
    return since.reduce(through, place)
  }
}

const presence = ({ connection, client, author, name, anchor, head }: Place): Presence => ({
  connection,
  client,
  author,
  name,
  anchor,
  head,
})

/** Who writes goes on behind what they wrote. */
function through(place: Place, { client, changes }: { client: string; changes: ChangeDesc }): Place {
  return { ...place, ...follow(place, changes, client === place.client ? 1 : -1) }
}
