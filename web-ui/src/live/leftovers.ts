import { Backoff, untilDecided, type Later } from './backoff'
import { legible, toRecord, wording, type Kept } from './kept'
import type { PageOfRevisions } from './messages'
import { receive, submit, unsaved, type Replica } from './replica'
import type { Refused, Server } from './server'
import type { KeptText, Ports, Why } from './types'

export interface LeftoversListener {
  found(edits: number): void
  /** What is unsaved has changed. */
  changed(): void
  saved(edits: number): void
  unanswered(why: Why | null): void
  answered(): void
  kept(texts: readonly KeptText[]): void
  signedOut(): void
}

/** Which editor is alive is told by who holds its name. */
export const nameOf = (client: string) => `lookback-live-${client}`

/**
 * Sends what editors that are no more have left on this device, under their own ids and sequences, so that whatever the
 * server already has of it is not taken twice.
 */
export class Leftovers {
  private readonly waiting = new Map<string, number>()
  private readonly texts = new Map<string, KeptText>()
  private readonly backoff: Backoff

  constructor(
    private readonly post: string,
    private readonly person: string,
    private readonly ports: Ports,
    private readonly server: Server,
    private readonly listener: LeftoversListener,
  ) {
    this.backoff = new Backoff(ports.clock)
  }

  /** Changes found on this device that the server has not confirmed. */
  get unsaved(): number {
    return [...this.waiting.values()].reduce((sum, edits) => sum + edits, 0)
  }

  async adopt(): Promise<void> {
    const found = await this.list()
    for (const { client, refused } of found) if (refused) this.texts.set(client, { client, ...refused })
    if (this.texts.size > 0) this.listener.kept([...this.texts.values()])
    await Promise.all(found.filter(({ refused }) => !refused).map(({ client }) => this.take(client)))
  }

  /** Sends what is left of an editor whose name is held already. */
  async send(kept: Kept): Promise<void> {
    this.listener.found(unsaved(kept.replica))
    this.waits(kept.client, kept.replica)
    let replica: Replica | null = kept.replica
    while (replica && (replica.sent || replica.pending)) replica = await this.sendNext({ ...kept, replica })
    if (!replica) return
    await this.ports.queue.remove(kept.post, kept.client).catch(() => undefined)
    this.waits(kept.client, null)
  }

  async forget(client: string): Promise<void> {
    await this.ports.queue.remove(this.post, client)
    if (this.texts.delete(client)) this.listener.kept([...this.texts.values()])
  }

  wake(): void {
    this.backoff.wake()
  }

  private async list(): Promise<Kept[]> {
    const records = await this.ports.queue.list(this.post).catch(() => [])
    return records.flatMap(legible).filter(({ post, person }) => post === this.post && person === this.person)
  }

  /** Looks again once the name is held: another tab may have sent it meanwhile. */
  private async take(client: string): Promise<void> {
    const letGo = await this.ports.tabs.hold(nameOf(client))
    if (!letGo) return
    const kept = (await this.list()).find((one) => one.client === client && !one.refused)
    if (kept) await this.send(kept)
    letGo()
  }

  /** Null when this can't go on now; what is left is found again at the next visit. */
  private async sendNext(kept: Kept): Promise<Replica | null> {
    const replica = submit(kept.replica)
    const { sent } = replica
    if (!sent) return replica
    const verdict = await this.patiently(() => this.server.submit(kept.client, sent))
    if (verdict?.kind === 'signed-out') this.listener.signedOut()
    if (verdict?.kind === 'refused') await this.refused(kept, verdict)
    if (verdict?.kind !== 'accepted') return null
    this.listener.saved(sent.edits)
    this.waits(kept.client, { ...replica, sent: null })
    return replica.pending ? this.follow(kept, replica) : { ...replica, sent: null }
  }

  /** Up to the revision that the edit became: only there does what follows it have a base. */
  private async follow(kept: Kept, replica: Replica): Promise<Replica | null> {
    let at = replica
    while (at.sent) {
      const reading = await this.patiently(() => this.server.revisions(at.revision))
      if (reading?.kind === 'signed-out') this.listener.signedOut()
      if (reading?.kind === 'gone') return this.refused({ ...kept, replica: at }, reading.why)
      if (reading?.kind !== 'page') return null
      if (reading.page.revisions.length === 0) await this.backoff.wait()
      const next = received(at, reading.page, kept.client)
      if (!next) return this.refused({ ...kept, replica: at }, unfollowable)
      at = next
    }
    return at
  }

  private async refused({ replica, ...kept }: Kept, { detail }: Refused): Promise<null> {
    const refused = { detail, text: wording(replica) }
    this.texts.set(kept.client, { client: kept.client, ...refused })
    this.waits(kept.client, null)
    this.listener.kept([...this.texts.values()])
    await this.ports.queue.save(toRecord({ ...kept, replica, refused })).catch(() => undefined)
    return null
  }

  private waits(client: string, replica: Replica | null): void {
    if (replica && unsaved(replica) > 0) this.waiting.set(client, unsaved(replica))
    else this.waiting.delete(client)
    this.listener.changed()
  }

  private async patiently<T extends { readonly kind: string }>(attempt: () => Promise<T | Later>): Promise<T | null> {
    const outcome = await untilDecided(
      attempt,
      this.backoff,
      () => true,
      (why) => this.listener.unanswered(why),
    )
    this.listener.answered()
    return outcome
  }
}

function received(replica: Replica, { revisions }: PageOfRevisions, client: string): Replica | null {
  try {
    return revisions
      .filter(({ revision }) => revision > replica.revision)
      .reduce((at, revision) => receive(at, revision, client).replica, replica)
  } catch (failure) {
    if (failure instanceof RangeError) return null
    throw failure
  }
}

const unfollowable: Refused = {
  kind: 'refused',
  code: 'unfollowable',
  detail: 'What others wrote since could not be read, so this text has no place any more.',
}
