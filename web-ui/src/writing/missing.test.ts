import { expect, it } from 'vitest'
import { fileOf } from './missing'

function image(src: string): HTMLImageElement {
  const element = document.createElement('img')
  element.setAttribute('src', src)
  return element
}

it.each([
  ['/images/cover.png', 'cover.png'],
  ['/images/%E8%83%8C%E4%B8%AD.png?x=1', '背中.png'],
  ['https://tea.example/a/50%25%.png#b', '50%25%.png'],
  ['', 'This image'],
])('the file of %s is %s', (src, file) => {
  expect(fileOf(image(src))).toBe(file)
})
