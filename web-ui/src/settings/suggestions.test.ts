import { describe, expect, test } from 'vitest'
import { suggestions } from './suggestions'

const known = ['film', 'silent film', 'Music', '季節', 'films of 1926']

describe('tags are offered', () => {
  test.each([
    ['fi', [], ['film', 'films of 1926', 'silent film']],
    ['FILM', ['film'], ['films of 1926', 'silent film']],
    ['mu', [], ['Music']],
    ['季', [], ['季節']],
    ['film', [], ['films of 1926', 'silent film']],
    [' ', [], []],
    ['xyz', [], []],
  ])('for_“%s”_where_the_post_has_%j', (typed, has, offered) => {
    expect(suggestions(typed, known, has)).toEqual(offered)
  })

  test('eight_at_most', () => {
    const many = Array.from({ length: 100 }, (_, n) => `tag ${n}`)
    expect(suggestions('tag', many, [])).toHaveLength(8)
  })
})
