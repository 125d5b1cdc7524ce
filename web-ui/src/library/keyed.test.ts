import { beforeEach, expect, test, vi } from 'vitest'
import { keyed } from './keyed'

const search = vi.fn()
const start = vi.fn()

beforeEach(() => {
  vi.clearAllMocks()
  document.body.innerHTML =
    '<input type="search" /><main><ul><li><h2><a href="#1">1</a></h2></li><li><h2><a href="#2">2</a></h2></li></ul></main>'
})

const press = (key: string, target: Element = document.body, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  target.addEventListener('keydown', (heard) => keyed(heard as KeyboardEvent, { search, start }), { once: true })
  target.dispatchEvent(event)
  return event
}

test('a slash searches and an n starts a post', () => {
  press('/')
  press('n')
  expect(search).toHaveBeenCalledOnce()
  expect(start).toHaveBeenCalledOnce()
})

test('letters in the search are letters', () => {
  const event = press('n', document.querySelector('input')!)
  expect(start).not.toHaveBeenCalled()
  expect(event.defaultPrevented).toBe(false)
})

test('the browser keeps its own shortcuts', () => {
  press('n', document.body, { ctrlKey: true })
  expect(start).not.toHaveBeenCalled()
})

test('the arrows go from post to post and stay within the list', () => {
  const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((key) => {
    press(key, document.activeElement ?? document.body)
    return document.activeElement?.textContent
  })
  expect(seen).toEqual(['1', '2', '2', '1'])
})
