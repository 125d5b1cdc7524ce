import { history, undo } from '@codemirror/commands'
import { EditorState, type TransactionSpec } from '@codemirror/state'
import { openLive } from '../session'
import type { KeptText, LiveSession, Presence, Preview, Status } from '../types'
import type { SimulatedDevice, SimulatedTab } from './device'
import type { SimulatedNetwork } from './network'
import type { SimulatedServer } from './server'

export const POST = 'a-post'

/** Someone who writes in a simulated browser. */
export class Writer {
  status: Status | null = null
  readonly statuses: Status[] = []
  present: readonly Presence[] = []
  readonly gone: Presence[] = []
  preview: Preview | null = null
  kept: readonly KeptText[] = []
  /** Looks at each status at the moment when it is said. */
  witness: (status: Status) => void = () => {}
  private state = EditorState.create()
  private tab: SimulatedTab | null = null
  private session: LiveSession | null = null
  private visits = 0

  constructor(
    readonly name: string,
    private readonly server: SimulatedServer,
    readonly device: SimulatedDevice,
  ) {}

  get network(): SimulatedNetwork {
    return this.device.network
  }

  opens(): this {
    return this.opensAs(this.name)
  }

  opensAs(person: string): this {
    const client = `${this.name}-${++this.visits}`
    const tab = this.device.opensTab(client)
    const current = () => this.tab === tab
    this.tab = tab
    this.session = openLive({
      post: POST,
      person,
      revision: this.server.post.revision,
      ports: tab.ports,
      onStatus: (status) => current() && this.told(status),
      onPresence: (present) => current() && (this.present = present),
      onLeft: (gone) => this.gone.push(gone),
      onPreview: (preview) => (this.preview = preview),
      onKept: (texts) => (this.kept = texts),
    })
    this.state = EditorState.create({ doc: this.server.post.text(), extensions: [this.session.extension, history()] })
    this.session.attach({
      state: () => this.state,
      dispatch: (spec) => current() && this.become(this.state.update(spec).state),
    })
    this.session.here(0, 0)
    return this
  }

  get client(): string {
    return this.live.client
  }

  get selection(): { anchor: number; head: number } {
    const { anchor, head } = this.state.selection.main
    return { anchor, head }
  }

  get text(): string {
    return this.state.doc.toString()
  }

  get caret(): number {
    return this.state.selection.main.head
  }

  get isOpen(): boolean {
    return this.session !== null
  }

  get unsaved(): boolean {
    return this.live.unsaved()
  }

  get live(): LiveSession {
    if (!this.session) throw new Error(`${this.name} has not opened the post`)
    return this.session
  }

  types(text: string, at = this.caret): this {
    return this.does({ changes: { from: at, insert: text }, selection: { anchor: at + text.length } })
  }

  deletes(from: number, to: number): this {
    return this.does({ changes: { from, to }, selection: { anchor: from } })
  }

  replacesAll(text: string, insert: string): this {
    const found = [...this.text.matchAll(new RegExp(text, 'g'))]
    return this.does({ changes: found.map(({ index }) => ({ from: index, to: index + text.length, insert })) })
  }

  selects(anchor: number, head = anchor): this {
    return this.does({ selection: { anchor, head } })
  }

  undoes(): this {
    undo({ state: this.state, dispatch: (transaction) => this.become(transaction.state) })
    return this
  }

  goesOffline(): this {
    this.network.goesDown()
    this.network.noticed = true
    this.tab?.wakes()
    return this
  }

  /** The network goes, and nobody says so. */
  losesTheNetwork(): this {
    this.network.goesDown()
    return this
  }

  comesBack(): this {
    this.network.online = true
    this.network.noticed = false
    this.tab?.wakes()
    return this
  }

  /** Goes on to another screen of the studio. */
  leaves(): this {
    this.live.close()
    this.session = null
    return this
  }

  /** The tab is gone, without a chance to say anything. */
  crashes(): this {
    this.tab?.dies()
    this.tab = this.session = null
    return this
  }

  /** Tries whatever waits, as on waking. */
  wakes(): this {
    this.tab?.wakes()
    return this
  }

  private does(spec: TransactionSpec): this {
    this.become(this.state.update(spec).state)
    return this
  }

  private become(state: EditorState): void {
    const before = this.state
    this.state = state
    const { anchor, head } = state.selection.main
    if (state.doc !== before.doc) this.session?.changed()
    if (!state.selection.eq(before.selection)) this.session?.here(anchor, head)
  }

  private told(status: Status): void {
    this.status = status
    this.statuses.push(status)
    this.witness(status)
  }
}
