import { once } from 'node:events'
import { Pool } from 'undici'
import { WebSocket } from 'ws'

const pools = new Map()

const poolOf = (origin) => {
  if (!pools.has(origin)) pools.set(origin, new Pool(origin, { pipelining: 1 }))
  return pools.get(origin)
}

async function opened(address, protocol, headers) {
  const socket = new WebSocket(address, protocol, { headers, perMessageDeflate: false, skipUTF8Validation: true })
  await once(socket, 'open')
  return socket
}

const to = (origin, path) => origin.replace('http', 'ws') + path

/** A line that takes the answers to submissions from the message that names the sequence. */
class SocketLine {
  #waiting = new Map()

  constructor(socket, submissions) {
    this.socket = socket
    this.submissions = submissions
  }

  submit({ sequence, body }, done) {
    this.#waiting.set(sequence, done)
    this.submissions.send(body)
  }

  answered(message) {
    const done = this.#waiting.get(message.sequence)
    this.#waiting.delete(message.sequence)
    done?.(message)
  }
}

/** Edits by POST, an answer each. */
class PostLine {
  constructor(socket, { origin, post, headers }) {
    this.socket = socket
    this.pool = poolOf(origin)
    this.request = {
      method: 'POST',
      path: `/api/posts/${post}/edits`,
      headers: { ...headers, 'content-type': 'application/json' },
    }
  }

  submit({ body }, done) {
    this.pool.dispatch({ ...this.request, body }, new Answer(done))
  }
}

class Answer {
  #body = ''

  constructor(done) {
    this.done = done
  }

  onRequestStart() {}

  onResponseStart(controller, status, headers) {
    this.status = status
    this.retryAfter = Number(headers['retry-after'] ?? 1)
  }

  onResponseData(controller, chunk) {
    this.#body += chunk
  }

  onResponseEnd() {
    if (this.status === 200) this.done(JSON.parse(this.#body))
    else this.done({ status: this.status, detail: this.#body, retryAfter: this.retryAfter })
  }

  onResponseError(controller, failure) {
    this.done({ status: 503, detail: failure.message })
  }
}

/** How an editor is connected: to Lookback by POST or by its submission socket, or to a bare relay. */
export const lines = {
  async post(seat) {
    return new PostLine(await live(seat), seat)
  },
  async socket(seat) {
    const submissions = await opened(
      to(seat.origin, `/api/posts/${seat.post}/submissions`),
      'lookback.edits.v1',
      seat.headers,
    )
    const line = new SocketLine(await live(seat), submissions)
    submissions.on('message', (bytes) => line.answered(JSON.parse(bytes)))
    submissions.on('close', (code, reason) => seat.failed(`A submission socket was closed: ${code} ${reason}`))
    return line
  },
  async relay({ origin, post }) {
    const socket = await opened(to(origin, `/${post}`))
    return new SocketLine(socket, socket)
  },
}

export const live = ({ origin, post, headers }) => opened(to(origin, `/api/posts/${post}/live`), 'lookback.v1', headers)
