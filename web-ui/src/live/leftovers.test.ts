import { describe, expect, test } from 'vitest'
import { two } from './simulation/world'

describe('what was left unsent', () => {
  test('by_a_tab_that_crashed_offline_is_sent_at_the_next_visit', async () => {
    const { world, first } = two()
    await world.settles()
    first.types('in flight ')
    await world.pass(120)
    first.goesOffline()
    first.types('and pending')
    await world.pass(1000)
    first.crashes()
    await world.pass(60_000)
    first.comesBack().opens()
    await world.settles()
    world.everyone().sees('in flight and pending')
    expect(first.status).toMatchObject({ kind: 'synced' })
  })

  test('follows_what_others_wrote_in_between', async () => {
    const { world, first, second } = two()
    first.types('the end')
    await world.settles()
    first.network.weather = { delay: 0, losesRequests: 0, losesAnswers: 1, doubles: 0, shuffles: 0 }
    first.network.dropsLines()
    first.types('in flight, ', 0)
    await world.pass(150)
    first.types('pending, ')
    await world.pass(150)
    first.goesOffline().crashes()
    second.types('others, ', 0)
    await world.settlesWith(second)
    first.network.weather = second.network.weather
    first.comesBack().opens()
    await world.settles()
    world.everyone().sees('others, in flight, pending, the end')
  })

  test('by_an_author_who_went_to_another_screen_is_sent_in_the_background', async () => {
    const { world, first, second } = two()
    await world.settles()
    first.types('last word').leaves()
    await world.settles()
    expect(second.text).toBe('last word')
  })

  test('is_not_taken_from_a_tab_that_lives', async () => {
    const { world, first } = two()
    await world.settles()
    first.goesOffline().types('here')
    await world.pass(1000)
    const beside = world.anotherTabOf(first)
    first.comesBack()
    await world.settles()
    world.everyone().sees('here')
    expect(world.server.post.log.map(({ client }) => client)).toEqual(['first-1'])
    expect(beside.statuses.map(({ kind }) => kind)).not.toContain('synced')
  })

  test('is_never_sent_in_the_name_of_another_person', async () => {
    const { world, first } = two()
    first.goesOffline().types('private')
    await world.pass(1000)
    first.crashes()
    first.comesBack().opensAs('another person')
    await world.pass(5000)
    expect(world.server.post.revision).toBe(0)
    expect(first.device.records.size).toBe(1)
  })

  test('in_a_form_that_nobody_understands_is_left_alone', async () => {
    const { world, first } = two()
    first.crashes()
    first.device.records.set('broken', { post: 'a-post', client: 'x', revision: -1 } as never)
    first.opens().types('goes on')
    await world.settlesWith(first)
    expect(first.device.records.size).toBe(1)
  })
})
