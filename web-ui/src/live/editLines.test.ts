// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EditLines } from './editLines'

const PATH = '/api/posts/p/edits'
const edit = (sequence: number) => ({ client: 'c', sequence, base: 0, changes: [1] })

class Socket {
  static readonly OPEN = 1
  static opened: Socket[] = []
  readyState = 0
  readonly sent: string[] = []
  onmessage: (event: { data: string }) => void = () => undefined
  onclose: () => void = () => undefined

  constructor(
    readonly address: URL,
    readonly protocol: string,
  ) {
    Socket.opened.push(this)
  }

  opens() {
    this.readyState = Socket.OPEN
  }

  send(message: string) {
    this.sent.push(message)
  }

  says(answer: object) {
    this.onmessage({ data: JSON.stringify(answer) })
  }

  close() {
    if (this.readyState === 3) return
    this.readyState = 3
    this.onclose()
  }
}

beforeEach(() => {
  Socket.opened = []
  vi.stubGlobal('WebSocket', Socket)
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function opened(): [EditLines, Socket] {
  const lines = new EditLines()
  expect(lines.submit(PATH, edit(1))).toBeNull()
  const socket = Socket.opened[0]
  if (!socket) throw new Error('No socket was opened')
  socket.opens()
  return [lines, socket]
}

test('the_first_edit_goes_by_request_while_the_line_opens', () => {
  const [, socket] = opened()
  expect(socket.address.pathname).toBe('/api/posts/p/submissions')
  expect(socket.protocol).toBe('lookback.edits.v1')
  expect(socket.sent).toEqual([])
})

test('an_edit_is_answered_by_its_own_answer', async () => {
  const [lines, socket] = opened()
  const [second, third] = [lines.submit(PATH, edit(2)), lines.submit(PATH, edit(3))]
  socket.says({ type: 'accepted', client: 'c', sequence: 3, revision: 8 })
  socket.says({ type: 'accepted', client: 'c', sequence: 2, revision: 7 })
  expect(await second).toEqual({ status: 200, body: { revision: 7 }, retryAfter: null })
  expect(await third).toEqual({ status: 200, body: { revision: 8 }, retryAfter: null })
  expect(JSON.parse(socket.sent[0] ?? '')).toEqual(edit(2))
})

test('a_refusal_is_what_a_request_would_have_been_answered', async () => {
  const [lines, socket] = opened()
  const sent = lines.submit(PATH, edit(2))
  const refusal = {
    type: 'refused',
    client: 'c',
    sequence: 2,
    status: 503,
    code: 'busy',
    detail: 'Wait.',
    retryAfter: 1,
  }
  socket.says(refusal)
  expect(await sent).toEqual({ status: 503, body: { code: 'busy', detail: 'Wait.' }, retryAfter: 1000 })
})

test('what_is_lost_with_the_line_is_known_to_be_unanswered', async () => {
  const [lines, socket] = opened()
  const sent = lines.submit(PATH, edit(2))
  socket.close()
  await expect(sent).rejects.toThrow()
  expect(lines.submit(PATH, edit(2))).toBeNull()
  expect(Socket.opened).toHaveLength(1)
  vi.advanceTimersByTime(30_000)
  expect(lines.submit(PATH, edit(2))).toBeNull()
  expect(Socket.opened).toHaveLength(2)
})

test('a_silent_server_is_not_waited_for', async () => {
  const [lines, socket] = opened()
  const sent = lines.submit(PATH, edit(2))
  const lost = expect(sent).rejects.toThrow()
  vi.advanceTimersByTime(10_000)
  await lost
  expect(socket.readyState).toBe(3)
})

test('an_answer_that_makes_no_sense_ends_the_line', async () => {
  const [lines, socket] = opened()
  const sent = lines.submit(PATH, edit(2))
  socket.says({ type: 'accepted', client: 'c', sequence: 2, revision: -1 })
  await expect(sent).rejects.toThrow()
})

test('a_large_edit_goes_by_request', () => {
  const [lines] = opened()
  expect(lines.submit(PATH, { ...edit(2), changes: [['x'.repeat(8000)]] } as never)).toBeNull()
})

test('a_line_that_nobody_uses_is_closed', async () => {
  const [lines, socket] = opened()
  const sent = lines.submit(PATH, edit(2))
  socket.says({ type: 'accepted', client: 'c', sequence: 2, revision: 2 })
  await sent
  vi.advanceTimersByTime(50_000)
  expect(socket.readyState).toBe(3)
  vi.advanceTimersByTime(1)
  expect(lines.submit(PATH, edit(3))).toBeNull()
  expect(Socket.opened).toHaveLength(2)
})
