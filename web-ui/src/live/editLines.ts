import { count, fields, orNull, parsed, text } from './json'
import type { Reply } from './types'

/** UTF-16 units that the server takes in one message; a larger edit goes by POST. */
const LARGEST = 8_000
const LONGEST_ANSWER = 10_000
const IDLE = 50_000
const UNTIL_ANOTHER_TRY = 30_000

export interface Edit {
  readonly client: string
  readonly sequence: number
}

interface Unanswered {
  answer(reply: Reply): void
  lose(): void
}

/** The sockets over which edits travel quicker than by a request each. Where none is open, a request will do. */
export class EditLines {
  private readonly lines = new Map<string, EditLine>()

  /** Null when the edit can't go this way now. `path` is where it would be posted; rejects when no answer came. */
  submit(path: string, edit: Edit): Promise<Reply> | null {
    let line = this.lines.get(path)
    if (!line) {
      line = new EditLine(path.replace(/edits$/, 'submissions'), (wait) =>
        setTimeout(() => this.lines.delete(path), wait),
      )
      this.lines.set(path, line)
    }
    return line.submit(edit)
  }
}

class EditLine {
  private readonly socket: WebSocket
  private readonly unanswered = new Map<string, Unanswered>()
  private asleep = false
  private idle: ReturnType<typeof setTimeout> | undefined

  constructor(path: string, ended: (wait: number) => void) {
    const address = new URL(path, location.href)
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
    this.socket = new WebSocket(address, 'lookback.edits.v1')
    this.socket.onmessage = ({ data }) => this.heard(String(data))
    this.socket.onclose = () => {
      clearTimeout(this.idle)
      for (const one of this.unanswered.values()) one.lose()
      // Not at once, so that a network that knows no WebSockets is not asked for each key.
      ended(this.asleep ? 0 : UNTIL_ANOTHER_TRY)
    }
  }

  submit(edit: Edit): Promise<Reply> | null {
    const message = JSON.stringify(edit)
    if (this.socket.readyState !== WebSocket.OPEN || message.length > LARGEST) return null
    this.stayAwake()
    return new Promise((resolve, reject) => {
      const key = keyOf(edit)
      const settle = () => {
        this.unanswered.delete(key)
        clearTimeout(timer)
      }
      const lose = () => {
        settle()
        reject(new Error('The edit was not answered'))
      }
      const answer = (reply: Reply) => {
        settle()
        resolve(reply)
      }
      const timer = setTimeout(() => {
        this.socket.close()
        lose()
      }, LONGEST_ANSWER)
      this.unanswered.set(key, { answer, lose })
      this.socket.send(message)
    })
  }

  private heard(frame: string): void {
    try {
      const answer = fields(parsed(frame))
      const edit = { client: text(answer['client']), sequence: count(answer['sequence']) }
      this.unanswered.get(keyOf(edit))?.answer(replyOf(answer))
    } catch {
      // What makes no sense answers nothing: the edit is sent again.
      this.socket.close()
    }
  }

  /** A proxy may drop what is silent for a minute; the next edit then opens another line. */
  private stayAwake(): void {
    clearTimeout(this.idle)
    this.idle = setTimeout(() => {
      this.asleep = true
      this.socket.close()
    }, IDLE)
  }
}

const keyOf = ({ client, sequence }: Edit) => `${client} ${sequence}`

function replyOf(answer: Readonly<Record<string, unknown>>): Reply {
  if (text(answer['type']) === 'accepted') {
    return { status: 200, body: { revision: count(answer['revision']) }, retryAfter: null }
  }
  const seconds = orNull(answer['retryAfter'], count)
  return {
    status: count(answer['status']),
    body: { code: text(answer['code']), detail: text(answer['detail']) },
    retryAfter: seconds === null ? null : seconds * 1000,
  }
}
