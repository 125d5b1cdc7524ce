import { describe, expect, test } from 'vitest'
import { two } from './simulation/world'

describe('writing together', () => {
  test('what_one_types_the_other_sees', async () => {
    const { world, first, second } = two()
    first.types('hi')
    await world.settles()
    second.types(' there', 2)
    await world.settles()
    world.everyone().sees('hi there')
  })

  test('the_first_key_goes_at_once_and_further_typing_is_collected_into_one_edit', async () => {
    const { world, first } = two()
    await world.settles()
    for (const letter of 'collected') {
      first.types(letter)
      await world.pass(9)
    }
    await world.settles()
    expect(world.server.post.revision).toBe(2)
  })

  test('what_is_typed_and_deleted_at_once_is_no_edit', async () => {
    const { world, first } = two()
    first.types('x').deletes(0, 1)
    await world.settles()
    expect(world.server.post.revision).toBe(0)
    expect(first.status).toEqual({ kind: 'saved', revision: 0 })
  })

  test('who_was_accepted_first_stays_left', async () => {
    const { world, first, second } = two()
    second.goesOffline().types('B')
    first.types('A')
    await world.settlesWith(first)
    second.comesBack()
    await world.settles()
    world.everyone().sees('AB')
  })

  test('a_replacement_at_very_many_places_becomes_several_edits', async () => {
    const { world, first } = two()
    first.types('ab'.repeat(9000))
    await world.settles()
    first.replacesAll('a', 'x')
    await world.settles()
    world.everyone().sees('xb'.repeat(9000))
    expect(world.server.post.revision).toBe(4)
    expect(first.status).toEqual({ kind: 'saved', revision: 4 })
  })

  test('undo_takes_back_only_ones_own', async () => {
    const { world, first, second } = two()
    first.types('mine')
    await world.settles()
    second.types(' and yours', 4)
    await world.settles()
    first.undoes()
    await world.settles()
    world.everyone().sees(' and yours')
  })

  test('an_edit_is_mapped_as_the_one_change_that_was_submitted', async () => {
    const { world, first, second } = two()
    first.types('01234567')
    await world.settles()
    second.types('q', 3)
    first.types('A', 3).deletes(4, 6).types('B', 4)
    await world.settles()
    expect(first.text).toBe(second.text)
    world.everyone().sees(first.text)
  })

  test('revisions_missed_on_the_line_are_fetched', async () => {
    const { world, first, second } = two()
    await world.settles()
    second.network.goesDown()
    for (const word of ['one ', 'two ', 'three ']) {
      first.types(word)
      await world.pass(300)
    }
    second.comesBack()
    await world.settles()
    world.everyone().sees('one two three ')
  })

  test('a_view_that_lags_behind_the_log_is_asked_again', async () => {
    const { world, first, second } = two()
    second.goesOffline()
    first.types('late')
    await world.pass(1000)
    world.server.viewBehind = 3
    second.comesBack()
    await world.settles()
    world.everyone().sees('late')
  })
})

describe('doubt about an answer', () => {
  test('an_edit_whose_answer_was_lost_is_in_the_log_once', async () => {
    const { world, first } = two()
    first.network.weather = { delay: 10, losesRequests: 0, losesAnswers: 1, doubles: 0, shuffles: 0 }
    first.network.dropsLines()
    first.types('once')
    await world.pass(20_000)
    first.network.weather = { delay: 10, losesRequests: 0, losesAnswers: 0, doubles: 1, shuffles: 0 }
    await world.settles()
    world.everyone().sees('once')
    expect(world.server.post.revision).toBe(1)
  })

  test('ones_own_revision_on_the_line_is_an_answer', async () => {
    const { world, first } = two()
    await world.settles()
    first.network.weather = { delay: 10, losesRequests: 0, losesAnswers: 1, doubles: 0, shuffles: 0 }
    first.types('a')
    await world.pass(300)
    expect(first.status).toEqual({ kind: 'saved', revision: 1 })
    first.types('b')
    await world.settles()
    world.everyone().sees('ab')
  })
})
