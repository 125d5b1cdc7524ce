// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { browserTransport } from './browserTransport'

afterEach(() => vi.unstubAllGlobals())

function server(...answers: Response[]) {
  const asked = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
  for (const answer of answers) asked.mockResolvedValueOnce(answer)
  vi.stubGlobal('fetch', asked)
  return asked
}

const json = (status: number, body: unknown, headers = {}) => new Response(JSON.stringify(body), { status, headers })

test('a_command_carries_the_token_and_its_body', async () => {
  document.cookie = 'XSRF-TOKEN=token'
  const asked = server(json(200, { revision: 1 }))
  const reply = await browserTransport.request('POST', '/api/posts/p/edits', { base: 0 })
  expect(reply).toEqual({ status: 200, body: { revision: 1 }, retryAfter: null })
  expect(asked.mock.calls[0]?.[1]).toMatchObject({
    method: 'POST',
    body: '{"base":0}',
    headers: { 'X-XSRF-TOKEN': 'token' },
  })
})

test('a_token_that_is_no_longer_valid_is_renewed_once', async () => {
  const asked = server(json(403, {}), json(200, {}), json(200, { revision: 2 }))
  expect((await browserTransport.request('POST', '/edits', {})).body).toEqual({ revision: 2 })
  expect(asked.mock.calls.map(([path]) => path)).toEqual(['/edits', '/api/me', '/edits'])
})

test('an_answer_that_is_not_json_has_no_body', async () => {
  server(new Response('<html>', { status: 502 }))
  expect(await browserTransport.request('GET', '/x')).toEqual({ status: 502, body: undefined, retryAfter: null })
})

test('the_server_may_ask_to_wait', async () => {
  server(json(503, {}, { 'Retry-After': '2' }), json(503, {}, { 'Retry-After': '86400' }))
  expect((await browserTransport.request('GET', '/x')).retryAfter).toBe(2000)
  expect((await browserTransport.request('GET', '/x')).retryAfter).toBe(30_000)
})
