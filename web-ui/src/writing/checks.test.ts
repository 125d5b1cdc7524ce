import { afterEach, describe, expect, it, vi } from 'vitest'
import { brokenOf, checksOf } from './checks'

const pageOf = (html: string) => {
  const page = document.createElement('article')
  page.innerHTML = html
  return page
}

describe('the checks before publishing', () => {
  it('find nothing in a post that is well', () => {
    const source = '+++\ntitle = "Rain"\ndate = 2024-01-01\n+++\n\n![Drops](/images/rain.png)\n'
    expect(checksOf(source, pageOf('<p><img src="/images/rain.png" alt="Drops"></p>'))).toEqual([])
  })

  it('name what is missing, with its place', () => {
    const source = '---\ntitle:\tRain\n---\n![](/images/rain.png)\n{{< rating 4 >}}\n{{< ref "snow" >}}\n'
    const page = pageOf(
      '<p class="problem">Line 2: a tab stands after the colon; Hugo wants a space.</p>' +
        '<img src="/images/rain.png" alt=""><div class="shortcode"><code>{{&lt; rating 4 &gt;}}</code></div>' +
        '<span class="shortcode broken">snow?</span>',
    )
    expect(checksOf(source, page)).toEqual([
      { what: 'It has no date, so the day of its publication is shown.', at: 0 },
      { what: 'Line 2: a tab stands after the colon; Hugo wants a space.', at: 4 },
      { what: 'The image rain.png has no words for those who cannot see it.', at: source.indexOf('rain.png') },
      { what: '{{< rating 4 >}} is not understood; readers see what stands inside it.', at: source.indexOf('{{<') },
      { what: 'snow: there is no such post.', at: source.indexOf('snow') },
    ])
  })

  it('name images that readers are not sent to', () => {
    const source =
      '+++\ntitle="a"\ndate=2024-01-01\n+++\n![a](https://img.example.org/a.png) ![b](//b.example.com/b.png)'
    const page = pageOf(
      '<img src="https://img.example.org/a.png" alt="a"><img src="//b.example.com/b.png" alt="b"><img src="/c.png" alt="c">',
    )
    const named = (...sites: string[]) =>
      checksOf(source, page, sites).map(({ what, at }) => [what.split(',')[0], source[at]])

    expect(named()).toEqual([
      ['The image a.png is at img.example.org', 'h'],
      ['The image b.png is at b.example.com', '/'],
    ])
    expect(named('https://img.example.org')).toHaveLength(1)
    expect(named('https://*.example.org', 'https://*.example.com')).toHaveLength(1)
    expect(named('https://*.le.org')).toHaveLength(2)
  })

  it('say it once where the server has said it already', () => {
    const page = pageOf(
      '<p class="problem">Line 5: {{&lt; ref "snow" &gt;}} leads to no post.</p>' +
        '<span class="shortcode">{{&lt; ref "snow" &gt;}}</span>',
    )
    expect(checksOf('+++\ntitle="a"\ndate=2024-01-01\n+++\n{{< ref "snow" >}}', page)).toHaveLength(1)
  })

  it('need a title where there is no front matter', () => {
    expect(checksOf('title: not in a head\n', pageOf('')).map(({ at }) => at)).toEqual([0, 0])
  })
})

describe('what leads to nothing', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('is asked for on this site only, and only what is surely gone is named', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (address: URL) => {
      asked.push(address.pathname)
      if (address.pathname === '/lost/') throw new TypeError('offline')
      return new Response(null, { status: address.pathname.includes('gone') ? 404 : 200 })
    })
    const page = pageOf(
      '<a href="/posts/gone/">a</a><a href="#note">b</a><a href="https://example.org/">c</a><a href="/lost/">d</a>' +
        '<img src="gone.png" alt=""><img src="there.png" alt="">',
    )
    const found = await brokenOf('see gone/ and gone.png', page, '/posts/rain/')
    expect(found.map(({ what }) => what)).toEqual([
      'The link to /posts/gone/ leads to nothing.',
      'The image gone.png is not there.',
    ])
    expect(asked).toEqual(['/posts/gone/', '/lost/', '/posts/rain/gone.png', '/posts/rain/there.png'])
  })
})
