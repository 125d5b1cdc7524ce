import { once } from 'node:events'

const REMEMBERED = 1 << 12
const MOST_RETRIES_MS = 30_000

/**
 * One light editor: the replica of web-ui/src/live/replica.ts without what is pending, for it types only when its last
 * edit has become a revision. What is due before that waits, and its time runs.
 */
export class Editor {
  revision = 0
  text = null
  sent = null
  accepted = 0
  /** When each submission was due, by sequence. */
  began = new Float64Array(REMEMBERED)

  #due = []
  #next = 1
  #fast = false

  constructor(client, room, typing, line) {
    Object.assign(this, { client, room, typing, line })
  }

  /** Says where it is, and tells the newest revision that the server then names. */
  async open() {
    const { socket } = this.line
    socket.on('message', (bytes) => this.#heard(bytes))
    socket.on('close', (code, reason) => this.room.failed(`A socket was closed: ${code} ${reason}`))
    socket.send(`{"type":"here","client":"${this.client}","revision":0,"anchor":null,"head":null}`)
    return (await once(socket, 'welcome'))[0]
  }

  begin(revision, text) {
    this.revision = revision
    this.text = text
  }

  write(due) {
    if (this.sent) this.#due.push(due)
    else this.#submit(due)
  }

  hurry(fast) {
    this.#fast = fast
    if (fast && !this.sent) this.#submit(performance.now())
  }

  get idle() {
    return !this.sent && this.#due.length === 0
  }

  #submit(due) {
    const changes = this.typing.next(this.text.length)
    const sequence = this.#next++
    this.began[sequence % REMEMBERED] = due
    this.sent = {
      sequence,
      mapped: changes,
      revision: 0,
      body: `{"client":"${this.client}","sequence":${sequence},"base":${this.revision},"changes":${JSON.stringify(changes)}}`,
    }
    this.#send(this.sent)
  }

  #send(edit) {
    edit.at = performance.now()
    this.line.submit(edit, (verdict) => this.#answered(edit, verdict))
  }

  #answered(edit, { revision, status, detail, retryAfter }) {
    if (revision) {
      this.room.saved(performance.now() - edit.at)
      if (this.sent !== edit) return
      if (revision === this.revision + 1) this.#confirmed(edit, revision, edit.mapped)
      else edit.revision = revision
    } else if (status === 503 || status === 429) {
      this.room.postponed++
      setTimeout(() => this.#send(edit), Math.min(MOST_RETRIES_MS, 1000 * (retryAfter ?? 1)))
    } else this.room.failed(`An edit was refused: ${status} ${detail}`)
  }

  #heard(bytes) {
    const message = this.room.decode(bytes)
    if (!message) return
    if (message.type === 'revision') this.#receive(message)
    else if (message.type === 'accepted' || message.type === 'refused') this.line.answered(message)
    else if (message.type === 'welcome') this.line.socket.emit('welcome', message.revision)
    else if (message.type === 'problem') this.room.failed(`${message.code}: ${message.detail}`)
  }

  #receive({ revision, client, sequence, changes }) {
    if (revision <= this.revision) return
    if (revision !== this.revision + 1) return this.room.failed(`Revision ${revision} came after ${this.revision}`)
    const { sent } = this
    if (client === this.client && sequence === sent?.sequence) {
      if (!same(changes, sent.mapped)) this.room.failed(`Revision ${revision} is not what its author made of it`)
      return this.#confirmed(sent, revision, changes)
    }
    this.#become(revision, changes)
    // One revision at a time, over the edit as one change: the server does the same.
    if (sent) sent.mapped = sent.mapped.map(changes)
    this.room.seen(client, sequence)
  }

  #confirmed(sent, revision, changes) {
    this.#become(revision, changes)
    this.sent = null
    this.accepted++
    if (this.#due.length > 0) this.#submit(this.#due.shift())
    else if (this.#fast) this.#submit(performance.now())
  }

  #become(revision, changes) {
    this.revision = revision
    this.text = changes.apply(this.text)
    this.typing.moved(changes)
  }
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

export const dueOf = (editor, sequence) => editor.began[sequence % REMEMBERED]
