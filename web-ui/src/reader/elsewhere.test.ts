import { expect, it } from 'vitest'
import { linkImagesElsewhere } from './elsewhere'

const pageOf = (html: string) => {
  document.body.innerHTML = `<article>${html}</article>`
  return document.body
}

const fail = (page: ParentNode) =>
  page.querySelectorAll('img').forEach((image) => image.dispatchEvent(new Event('error')))

it('puts a link in the place of an image that is elsewhere and not shown', () => {
  const page = pageOf('<img src="https://img.example.org/a.png" alt="Rain"><img src="//b.example.org/b.png" alt="">')
  linkImagesElsewhere(page)
  fail(page)

  expect([...page.querySelectorAll('a')].map(({ href, textContent }) => [href, textContent])).toEqual([
    ['https://img.example.org/a.png', 'Rain (image at img.example.org)'],
    [`${location.protocol}//b.example.org/b.png`, 'Image at b.example.org'],
  ])
})

it('leaves an image of this site, and puts no link into a link', () => {
  const page = pageOf(
    '<img src="/images/gone.png" alt="Gone"><a href="/"><img src="https://x.example/a.png" alt="A"></a>',
  )
  linkImagesElsewhere(page)
  fail(page)

  expect(page.querySelectorAll('img')).toHaveLength(1)
  expect(page.querySelectorAll('a')).toHaveLength(1)
  expect(page.querySelector('a')?.textContent).toBe('A (image at x.example)')
})
