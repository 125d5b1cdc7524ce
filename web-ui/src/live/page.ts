import type { PreviewNews } from './messages'
import type { Block, Preview } from './types'

/** Units of HTML kept for blocks that may come back; beyond, a new line makes the server send all of them again. */
const ROOM = 16_000_000

/** The rendered page, put together from the blocks that changed. */
export class Page {
  private readonly html = new Map<string, string>()
  private size = 0

  /** A new line: the server will say everything again. */
  clear(): void {
    this.html.clear()
    this.size = 0
  }

  get full(): boolean {
    return this.size > ROOM
  }

  /** Throws a RangeError when a block is named that was never sent. */
  with({ revision, title, order, lines, blocks }: PreviewNews): Omit<Preview, 'starts'> {
    for (const { id, html } of blocks) {
      if (!this.html.has(id)) this.size += html.length
      this.html.set(id, html)
    }
    return { revision, title, blocks: order.map((id, index) => this.block(id, lines[index] ?? 1)) }
  }

  private block(id: string, line: number): Block {
    const html = this.html.get(id)
    if (html === undefined) throw new RangeError(`The block ${id} was never sent`)
    return { id, html, line }
  }
}
