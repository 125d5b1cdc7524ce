import { describe, expect, test } from 'vitest'
import { two } from './simulation/world'

describe('presence', () => {
  test('goes_where_the_others_are', async () => {
    const { world, first, second } = two()
    first.types('one two')
    await world.settles()
    second.selects(4, 7)
    await world.pass(500)
    expect(first.present).toMatchObject([{ author: 'second', name: 'Name of second', anchor: 4, head: 7 }])
  })

  test('moves_with_what_is_typed_before_it', async () => {
    const { world, first, second } = two()
    first.types('one two')
    await world.settles()
    second.selects(4, 7)
    await world.pass(500)
    first.types('zero ', 0)
    await world.settles()
    expect(first.present).toMatchObject([{ anchor: 9, head: 12 }])
  })

  test('stands_behind_what_was_just_typed', async () => {
    const { world, first, second } = two()
    first.types('typed')
    await world.pass(200)
    expect(second.present).toMatchObject([{ anchor: 5, head: 5 }])
  })

  test('ends_when_someone_goes', async () => {
    const { world, first, second } = two()
    await world.settles()
    second.leaves()
    await world.pass(500)
    expect(first.present).toEqual([])
    expect(first.gone.map(({ author }) => author)).toEqual(['second'])
  })

  test('is_not_claimed_while_there_is_no_line', async () => {
    const { world, first } = two()
    await world.settles()
    first.losesTheNetwork()
    await world.pass(10_000)
    expect(first.present).toEqual([])
  })

  test('knows_everyone_once_though_a_lost_line_lingers', async () => {
    const { world, first, second } = two()
    await world.settles()
    second.goesOffline().comesBack()
    await world.pass(8000)
    expect(world.server.connected).toBe(3)
    expect(first.present).toHaveLength(1)
    await world.pass(8000)
    expect(world.server.connected).toBe(2)
    expect(first.present).toHaveLength(1)
    expect(first.gone).toEqual([])
  })
})

describe('the page', () => {
  const preview = (order: string[], blocks: string[]) => ({
    type: 'preview',
    revision: 0,
    title: 'Title',
    order,
    lines: order.map((_id, index) => index + 1),
    blocks: blocks.map((id) => ({ id, html: `<p>${id}</p>` })),
  })

  test('is_put_together_from_the_blocks_that_changed', async () => {
    const { world, first } = two()
    await world.settles()
    world.server.say(preview(['a', 'b', 'a'], ['a', 'b']))
    world.server.say(preview(['c', 'a'], ['c']))
    await world.pass(100)
    expect(first.preview?.blocks).toEqual([
      { id: 'c', html: '<p>c</p>', line: 1 },
      { id: 'a', html: '<p>a</p>', line: 2 },
    ])
  })

  test('with_a_block_that_never_came_is_asked_for_anew', async () => {
    const { world, first } = two()
    await world.settles()
    const lines = world.server.connected
    world.server.say(preview(['unknown'], []))
    await world.pass(100)
    expect(first.preview).toBe(null)
    expect(first.status?.kind).toBe('reconnecting')
    await world.settles()
    expect(world.server.connected).toBe(lines)
  })
})
