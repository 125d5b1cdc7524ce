import { describe, expect, test } from 'vitest'
import { addresses, screenAt } from './router.svelte'

describe('the router', () => {
  test.each([
    ['/studio/', '', { name: 'library' }],
    ['/studio', '', { name: 'library' }],
    ['/studio/setup', '#abc', { name: 'setup', token: 'abc' }],
    ['/studio/sign-in', '', { name: 'sign-in' }],
    ['/studio/shortcodes', '', { name: 'shortcodes' }],
    ['/studio/invitation', '#t-1', { name: 'invitation', token: 't-1' }],
    ['/studio/posts/p1', '', { name: 'writing', post: 'p1' }],
    ['/studio/posts/p1/history', '', { name: 'history', post: 'p1', revision: null }],
    ['/studio/posts/p1/revisions/57', '', { name: 'history', post: 'p1', revision: 57 }],
    ['/studio/posts/p1/revisions/-1', '', { name: 'lost' }],
    ['/studio/posts', '', { name: 'lost' }],
    ['/studio/elsewhere', '', { name: 'lost' }],
  ])('shows %s%s', (path, fragment, screen) => {
    expect(screenAt(path, fragment)).toEqual(screen)
  })

  test('finds the screen of each address that it gives', () => {
    expect(screenAt(addresses.revision('a b', 3), '')).toEqual({ name: 'history', post: 'a b', revision: 3 })
    expect(screenAt(addresses.post('a/b'), '')).toEqual({ name: 'writing', post: 'a/b' })
  })
})
