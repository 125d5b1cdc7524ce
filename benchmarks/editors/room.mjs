import { ChangeSet } from '@codemirror/state'
import { dueOf } from './editor.mjs'

const PREVIEW = Buffer.from('{"type":"pre')

/** All editors of one post in this process, and what is measured among them. */
export class Room {
  editors = []
  visible = []
  answered = []
  postponed = 0

  #byClient = new Map()
  #bytes = Buffer.alloc(0)
  #message = null

  constructor(failed) {
    this.failed = failed
  }

  add(editor) {
    this.editors.push(editor)
    this.#byClient.set(editor.client, editor)
  }

  /** Each editor is sent the same bytes: they are read once. Pages and presence are not looked at. */
  decode(bytes) {
    if (bytes.equals(this.#bytes)) return this.#message
    if (bytes.compare(PREVIEW, 0, PREVIEW.length, 0, PREVIEW.length) === 0) return null
    const message = JSON.parse(bytes)
    if (message.type !== 'revision') return message
    message.changes = ChangeSet.fromJSON(message.changes)
    this.#bytes = bytes
    return (this.#message = message)
  }

  seen(client, sequence) {
    const author = this.#byClient.get(client)
    if (author) this.visible.push(performance.now() - dueOf(author, sequence))
  }

  saved(took) {
    this.answered.push(took)
  }

  forget() {
    this.visible = []
    this.answered = []
  }

  get settled() {
    const [{ revision }] = this.editors
    return this.editors.every((editor) => editor.idle && editor.revision === revision)
  }

  /** The one text of all replicas, or why there is none. */
  agreed() {
    const [{ revision, text }] = this.editors
    if (!this.editors.every((editor) => editor.text.eq(text))) throw new Error('The replicas differ')
    return { revision, text: text.toString() }
  }
}
