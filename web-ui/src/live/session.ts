import type { ChangeSet, Extension } from '@codemirror/state'
import { Backoff } from './backoff'
import { Company } from './company'
import { Connection, DELETED, NOT_LET_IN, SIGNED_OUT } from './connection'
import { Drawer } from './drawer'
import { Inbox, type InboxListener } from './inbox'
import type { Kept } from './kept'
import { Leftovers, nameOf, type LeftoversListener } from './leftovers'
import { LiveText } from './liveText'
import type { Message } from './messages'
import { Outbox, type OutboxListener } from './outbox'
import { unsaved } from './replica'
import { Report } from './report'
import { deleted, notLetIn, Server, type Refused } from './server'
import type { Editor, LiveOptions, LiveSession } from './types'

/** How long a revision that was named in an answer may take to come over the line before it is fetched. */
const PATIENCE = 300

/** Opens a post for writing together. Nothing is asked or sent before the editor is attached. */
export const openLive = (options: LiveOptions): LiveSession => new Session(options)

class Session implements LiveSession {
  readonly client: string
  private readonly text: LiveText
  private readonly outbox: Outbox
  private readonly inbox: Inbox
  private readonly connection: Connection
  private readonly company: Company
  private readonly leftovers: Leftovers
  private readonly drawer: Drawer
  private readonly report: Report
  private readonly held: Promise<(() => void) | null>
  private readonly backoffs: readonly [Backoff, Backoff]
  private closed = false
  /** Whether its author let go of this editor's text, which could not be merged. */
  private forgotten = false
  /** Whether the server has answered since the browser last spoke of the network: it may be on this very device. */
  private reached = true
  private stopListening = () => {}

  constructor(private readonly options: LiveOptions) {
    const { ports, post, person, revision } = options
    const { clock, transport, queue, tabs } = ports
    const server = new Server(transport, post)
    this.client = ports.newClient()
    this.text = new LiveText(revision)
    this.held = tabs.hold(nameOf(this.client))
    this.drawer = new Drawer(queue, post, this.client, this.held)
    this.report = new Report(
      () => this.facts(),
      (status) => options.onStatus?.(status),
    )
    this.backoffs = [new Backoff(clock), new Backoff(clock)]
    this.outbox = new Outbox(this.client, this.text, server, this.backoffs[0], clock, this.outgoing())
    this.inbox = new Inbox(this.client, this.text, server, this.backoffs[1], this.incoming())
    this.leftovers = new Leftovers(post, person, ports, server, this.earlier())
    const address = `/api/posts/${encodeURIComponent(post)}/live`
    this.connection = new Connection(clock, (listener) => transport.connect(address, listener), {
      opened: () => this.company.opened(),
      heard: (message) => this.heard(message),
      lost: (code) => this.lost(code),
    })
    this.company = new Company(this.client, clock, this.text, options, (message) => this.connection.send(message))
  }

  get extension(): Extension {
    return this.text.extension
  }

  attach(editor: Editor): void {
    this.text.attach(editor)
    this.stopListening = this.options.ports.connectivity.listen(() => this.woken())
    this.connection.start()
    void this.leftovers.adopt()
    this.report.update()
  }

  changed(): void {
    this.outbox.changed()
    if (this.text.replica.pending) this.report.typed()
    else this.report.update()
  }

  here(anchor: number | null, head: number | null): void {
    this.company.here(anchor, head)
  }

  /** Only what answers from now on shows that the server can be reached. */
  private woken(): void {
    this.reached = false
    this.retryNow()
  }

  retryNow(): void {
    this.leftovers.wake()
    if (this.report.signedOut) this.resume()
    else for (const waiting of [this.connection, ...this.backoffs]) waiting.wake()
    this.report.update()
  }

  unsaved(): boolean {
    if (!this.text.begun) return false
    return (this.forgotten ? 0 : unsaved(this.text.replica)) + this.leftovers.unsaved > 0
  }

  async forget(client: string): Promise<void> {
    if (client !== this.client) return this.leftovers.forget(client)
    this.forgotten = true
    await this.drawer.keep(null)
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    if (!this.text.begun) return void this.letGo()
    this.text.detach()
    this.stop()
    void this.leave(this.kept())
  }

  /** What is unsaved is sent like what an earlier visit left. */
  private async leave(kept: Kept): Promise<void> {
    const open = unsaved(kept.replica) > 0 && !this.forgotten
    await this.drawer.keep(open ? kept : null)
    if (open && !kept.refused) await this.leftovers.send(kept)
    this.stopListening()
    await this.letGo()
  }

  private async letGo(): Promise<void> {
    const letGo = await this.held
    letGo?.()
  }

  private outgoing(): OutboxListener {
    return {
      keep: () => this.keep(),
      unanswered: (why) => this.report.unanswered('writing', why),
      saved: (edits, revision) => this.saved(edits, revision),
      received: (accepted) => this.inbox.heard(accepted),
      reach: (revision) => {
        this.options.ports.clock.after(this.report.isUp ? PATIENCE : 0, () => this.inbox.reach(revision))
      },
      refused: (refusal) => this.refuse(refusal),
      signedOut: () => this.signOut(),
    }
  }

  private incoming(): InboxListener {
    return {
      shifting: (changes: ChangeSet) => this.company.shifting(changes),
      passed: (before, after, changes) => this.company.passed(before, after, changes),
      received: (revisions) => {
        this.company.received(revisions)
        for (const { client, revision } of revisions) if (client === this.client) this.options.onOwn?.(revision)
        this.report.answered('reading')
      },
      confirmed: (sent) => this.outbox.confirmed(sent),
      unanswered: (why) => this.report.unanswered('reading', why),
      missing: (why) => {
        if (!this.report.isUp) this.report.unanswered('reading', why)
      },
      signedOut: () => this.signOut(),
      shutOut: (why) => this.refuse(why),
    }
  }

  private earlier(): LeftoversListener {
    return {
      found: (edits) => this.report.found(edits),
      changed: () => this.report.update(),
      saved: (edits) => this.saved(edits),
      unanswered: (why) => this.report.unanswered('writing', why),
      answered: () => this.report.answered('writing'),
      kept: (texts) => {
        if (!this.closed) this.options.onKept?.(texts)
      },
      signedOut: () => this.signOut(),
    }
  }

  private saved(edits: number, revision?: number): void {
    this.reached = true
    this.report.saved(edits, revision)
  }

  private heard(message: Message): void {
    this.reach()
    if (message.type === 'revision') this.inbox.heard(message.revision)
    else this.company.heard(message)
    if (message.type === 'welcome') this.welcome(message.revision)
    if (this.company.tired) this.connection.drop()
  }

  private reach(): void {
    if (this.reached) return
    this.reached = true
    this.report.update()
  }

  private welcome(revision: number): void {
    for (const waiting of [this.leftovers, ...this.backoffs]) waiting.wake()
    this.inbox.reach(revision)
    this.report.up()
  }

  private lost(code: number): void {
    if (code === SIGNED_OUT) return this.signOut()
    if (code === NOT_LET_IN) return this.refuse(notLetIn)
    if (code === DELETED) return this.refuse(deleted)
    this.company.lost()
    this.report.down()
    // A handshake that was refused does not say why; a request does.
    void this.inbox.look()
  }

  private signOut(): void {
    if (this.closed) return
    this.report.signedOut = true
    this.stop()
    this.report.update()
  }

  private resume(): void {
    this.report.signedOut = false
    this.report.down()
    this.connection.start()
    this.outbox.resume()
    this.inbox.resume()
    void this.leftovers.adopt()
  }

  private refuse(refusal: Refused): void {
    this.report.refusal = refusal
    this.stop()
    void this.keep()
    this.report.update()
  }

  private stop(): void {
    this.connection.stop()
    this.company.stop()
    this.outbox.stop()
    this.inbox.stop()
  }

  private async keep(): Promise<void> {
    if (this.closed || this.forgotten) return
    const kept = this.kept()
    await this.drawer.keep(unsaved(kept.replica) > 0 ? kept : null)
    this.report.update()
  }

  private kept(): Kept {
    const { post, person } = this.options
    const { refusal } = this.report
    const refused = refusal && { detail: refusal.detail, text: this.text.whole() }
    return { post, client: this.client, person, replica: this.text.replica, refused }
  }

  private facts() {
    if (this.closed) return null
    const { replica } = this.text
    return {
      replica,
      unsent: this.leftovers.unsaved,
      online: this.reached || this.options.ports.connectivity.online(),
      kept: this.drawer.kept,
      stored: this.drawer.stored,
      text: () => this.text.whole(),
    }
  }
}
