import { toRecord, type Kept } from './kept'
import { unsaved } from './replica'
import type { Queue } from './types'

/** Keeps the newest state of one editor on this device: one write at a time, states in between left out. */
export class Drawer {
  /** Whether the device did what it was last asked to. */
  stored = true
  /** How many changes it has written down. */
  kept = 0
  private newest: Kept | null = null
  private stale = false
  private empty = true
  private writing: Promise<void> | null = null

  constructor(
    private readonly queue: Queue,
    private readonly post: string,
    private readonly client: string,
    /** Whether the editor's name is held: what is written without would be taken for a dead editor's. */
    private readonly held: Promise<unknown>,
  ) {}

  /** Resolves when this state, or a newer one, has been written or could not be; null empties the drawer. */
  keep(kept: Kept | null): Promise<void> {
    this.newest = kept
    this.stale = true
    this.writing ??= this.write().finally(() => (this.writing = null))
    return this.writing
  }

  private async write(): Promise<void> {
    const held = await this.held
    while (this.stale) {
      this.stale = false
      this.stored =
        held !== null &&
        (await this.put(this.newest).then(
          () => true,
          () => false,
        ))
    }
  }

  private async put(kept: Kept | null): Promise<void> {
    if (kept) await this.queue.save(toRecord(kept))
    else if (!this.empty) await this.queue.remove(this.post, this.client)
    this.empty = kept === null
    this.kept = kept ? unsaved(kept.replica) : 0
  }
}
