import { EditLines, type Edit } from './editLines'
import type { Line, LineListener, Reply, Transport } from './types'

const LONGEST_REQUEST = 60_000
const LONGEST_RETRY_AFTER = 30_000

const editLines = new EditLines()

/** Requests by `fetch`, lines by WebSocket, to where the page came from; edits by a WebSocket too where one is open. */
export const browserTransport: Transport = {
  async request(method, path, body) {
    const sent = isEdit(method, path, body) ? editLines.submit(path, body) : null
    if (sent) return sent
    const reply = await send(method, path, body)
    if (reply.status !== 403) return reply
    // Signing in elsewhere changes the token: get the one that is valid now, and ask once more.
    await send('GET', '/api/me')
    return send(method, path, body)
  },
  connect,
}

const isEdit = (method: string, path: string, body: unknown): body is Edit =>
  method === 'POST' && path.endsWith('/edits') && typeof body === 'object'

async function send(method: string, path: string, body?: unknown): Promise<Reply> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''
  const answer = await fetch(path, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(LONGEST_REQUEST),
  })
  return { status: answer.status, body: await json(answer), retryAfter: retryAfter(answer) }
}

async function json(answer: Response): Promise<unknown> {
  const text = await answer.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function retryAfter(answer: Response): number | null {
  const seconds = Number(answer.headers.get('Retry-After') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_RETRY_AFTER) : null
}

function connect(path: string, listener: LineListener): Line {
  const address = new URL(path, location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(address, 'lookback.v1')
  socket.onopen = () => listener.opened()
  socket.onmessage = ({ data }) => listener.heard(String(data))
  socket.onclose = ({ code }) => listener.closed(code)
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    close: () => {
      socket.onopen = socket.onmessage = socket.onclose = null
      socket.close()
    },
  }
}
