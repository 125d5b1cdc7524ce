import { describe, expect, test } from 'vitest'
import { inOneLine, markup } from './markup'

const image = { path: '/images/rain.webp', alt: 'Rain', caption: '' }

describe('an image is written', () => {
  test('as a figure with what is said of it', () => {
    expect(markup(image, 'figure')).toBe('{{< figure src="/images/rain.webp" alt="Rain" >}}')
    expect(markup({ ...image, caption: '雨 "1926"' }, 'figure')).toBe(
      '{{< figure src="/images/rain.webp" alt="Rain" caption="雨 \\"1926\\"" >}}',
    )
  })

  test('with an empty alternative text where it is decorative', () => {
    expect(markup({ ...image, alt: '' }, 'figure')).toBe('{{< figure src="/images/rain.webp" alt="" >}}')
    expect(markup({ ...image, alt: '' }, 'markdown')).toBe('![](/images/rain.webp)')
  })

  test('as Markdown in which nothing of its words is markup', () => {
    expect(markup({ ...image, alt: 'A [still] *and* `more` \\ <b>' }, 'markdown')).toBe(
      '![A \\[still\\] \\*and\\* \\`more\\` \\\\ \\<b>](/images/rain.webp)',
    )
  })

  test('in one line', () => {
    expect(inOneLine(' Rain\n on  iron\tbars ')).toBe('Rain on iron bars')
  })
})
