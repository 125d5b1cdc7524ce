import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as api from './api'

const answers = vi.fn<typeof fetch>()

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const sentTo = (path: string) => answers.mock.calls.find(([address]) => address === path)?.[1]

beforeEach(() => {
  vi.stubGlobal('fetch', answers)
  document.cookie = 'XSRF-TOKEN=token-1; path=/'
})

afterEach(() => {
  answers.mockReset()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the API', () => {
  test('says what the server said', async () => {
    answers.mockResolvedValue(json(409, { title: 'Conflict', detail: 'Another post has it.', code: 'address-taken' }))
    await expect(api.changePath('p', '/posts/x/')).rejects.toMatchObject({
      status: 409,
      message: 'Another post has it.',
      code: 'address-taken',
    })
  })

  test('has a sentence for an answer without one', async () => {
    answers.mockResolvedValue(new Response('<html>', { status: 502 }))
    await expect(api.library('', 100)).rejects.toThrow('The server could not do this just now (502). Please try again.')
  })

  test('has a sentence for silence', async () => {
    answers.mockRejectedValue(new TypeError('Failed to fetch'))
    await expect(api.library('', 100)).rejects.toThrow('The server cannot be reached.')
  })

  test('sends the token of the cookie with what is not a GET', async () => {
    answers.mockResolvedValue(json(201, {}))
    await api.changePath('p', 'Look Back')
    expect(sentTo('/api/posts/p/path')?.headers).toMatchObject({ 'X-XSRF-TOKEN': 'token-1' })
  })

  test('fetches a token where there is none', async () => {
    document.cookie = 'XSRF-TOKEN=; path=/; max-age=0'
    answers.mockImplementation((address) => {
      if (address === '/api/me') document.cookie = 'XSRF-TOKEN=token-2; path=/'
      return Promise.resolve(json(201, {}))
    })
    await api.changePath('p', 'Look Back')
    expect(sentTo('/api/posts/p/path')?.headers).toMatchObject({ 'X-XSRF-TOKEN': 'token-2' })
  })

  test('asks again while a view does not know yet what was made', async () => {
    vi.useFakeTimers()
    answers.mockResolvedValueOnce(json(404, {})).mockResolvedValueOnce(json(404, {}))
    answers.mockResolvedValueOnce(json(200, { post: 'p' }))
    const draft = api.onceThere(() => api.draft('p'))
    await vi.runAllTimersAsync()
    expect(await draft).toEqual({ post: 'p' })
  })

  test('stops asking after five seconds', async () => {
    vi.useFakeTimers()
    answers.mockImplementation(() => Promise.resolve(json(404, { detail: 'It is not here.' })))
    const draft = expect(api.onceThere(() => api.draft('p'))).rejects.toThrow('It is not here.')
    await vi.advanceTimersByTimeAsync(5_500)
    await draft
  })

  test('does not ask again after any other refusal', async () => {
    answers.mockResolvedValue(json(403, { detail: 'No.' }))
    await expect(api.onceThere(() => api.draft('p'))).rejects.toThrow('No.')
    expect(answers).toHaveBeenCalledTimes(1)
  })
})
