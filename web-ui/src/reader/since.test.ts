import { afterEach, describe, expect, it, vi } from 'vitest'
import { offer, readBefore } from './since'

const memory = (entries: Record<string, string> = {}) => ({
  entries,
  getItem: (key: string) => entries[key] ?? null,
  setItem: (key: string, value: string) => void (entries[key] = value),
})

describe('what was read before', () => {
  it('is nothing at the first time, and the edition then', () => {
    const kept = memory()
    expect(readBefore(kept, '/posts/rain/', 2)).toBe(null)
    expect(readBefore(kept, '/posts/rain/', 2)).toBe(null)
    expect(readBefore(kept, '/posts/rain/', 3)).toBe(2)
    expect(readBefore(kept, '/posts/rain/', 3)).toBe(null)
    expect(readBefore(kept, '/posts/snow/', 3)).toBe(null)
  })

  it('is nothing where the browser keeps nothing, or something else', () => {
    const refusing = {
      getItem: () => {
        throw new Error('denied')
      },
      setItem: () => {},
    }
    expect(readBefore(refusing, '/posts/rain/', 2)).toBe(null)
    expect(readBefore(memory({ 'lookback-read:/posts/rain/': 'x' }), '/posts/rain/', 2)).toBe(null)
  })
})

describe('the offer', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('shows in the page what has changed, and goes back', async () => {
    vi.stubGlobal('fetch', async () => new Response('<main id="content"><h1>What changed</h1></main>'))
    document.body.innerHTML = '<main><article>Rain.</article></main>'
    const main = document.querySelector('main') as HTMLElement

    offer(main, '/posts/rain/', 1, 3)

    const link = main.querySelector('a') as HTMLAnchorElement
    expect(main.textContent).toContain('You read edition 1; this is edition 3.')
    expect(link.getAttribute('href')).toBe('/posts/rain/editions/1...3/')
    link.click()
    await vi.waitFor(() => expect(main.textContent).toContain('What changed'))
    expect(main.textContent).not.toContain('Rain.')
    link.click()
    await vi.waitFor(() => expect(main.textContent).toContain('Rain.'))
  })
})
