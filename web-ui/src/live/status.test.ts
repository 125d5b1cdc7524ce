import { describe, expect, test } from 'vitest'
import { two } from './simulation/world'

describe('the status', () => {
  test('says_saved_only_after_the_answer', async () => {
    const { world, first } = two()
    await world.settles()
    first.types('hi')
    expect(first.status).toEqual({ kind: 'saving', edits: 1 })
    await world.pass(10)
    expect(first.status).toEqual({ kind: 'saving', edits: 1 })
    await world.settles()
    expect(first.status).toEqual({ kind: 'saved', revision: 1 })
  })

  test('counts_what_is_kept_offline_and_what_was_merged', async () => {
    const { world, first, second } = two()
    await world.settles()
    first.goesOffline().types('a').types('b')
    second.types('c')
    await world.pass(2000)
    expect(first.status).toEqual({ kind: 'offline', kept: 2, stored: true })
    first.comesBack()
    await world.settles()
    expect(first.status).toEqual({ kind: 'synced', merged: 2, revision: 2 })
    world.everyone().sees('cab')
  })

  test('says_synced_until_the_next_edit_of_ones_own', async () => {
    const { world, first, second } = two()
    first.goesOffline().types('a')
    await world.pass(1000)
    first.comesBack()
    await world.settles()
    second.types('b')
    await world.settles()
    expect(first.status).toEqual({ kind: 'synced', merged: 1, revision: 2 })
    first.types('c')
    await world.settles()
    expect(first.status).toEqual({ kind: 'saved', revision: 3 })
  })

  test('notices_a_dead_line_within_ten_seconds', async () => {
    const { world, first } = two()
    await world.settles()
    first.losesTheNetwork()
    await world.pass(10_000)
    expect(first.status).toEqual({ kind: 'reconnecting', kept: 0, stored: true })
  })

  test('comes_back_by_itself_when_the_server_restarts', async () => {
    const { world, first } = two()
    await world.settles()
    world.server.stops()
    first.types('meanwhile')
    await world.pass(5000)
    expect(first.status).toEqual({ kind: 'reconnecting', kept: 1, stored: true })
    world.server.starts()
    await world.settles()
    world.everyone().sees('meanwhile')
    expect(first.status).toEqual({ kind: 'synced', merged: 1, revision: 1 })
  })

  test('does_not_claim_that_a_full_device_keeps_anything', async () => {
    const { world, first } = two()
    await world.settles()
    first.device.full = true
    first.goesOffline().types('a')
    await world.pass(1000)
    expect(first.status).toEqual({ kind: 'offline', kept: 1, stored: false })
    first.comesBack()
    await world.settles()
    world.everyone().sees('a')
  })

  test('is_signed_out_until_signed_in_again_and_keeps_what_is_typed', async () => {
    const { world, first } = two()
    await world.settles()
    first.network.signedIn = false
    first.types('a')
    await world.pass(1000)
    first.types('b')
    await world.pass(1000)
    expect(first.status).toEqual({ kind: 'signed-out', kept: 2, stored: true })
    first.network.signedIn = true
    first.live.retryNow()
    await world.settles()
    world.everyone().sees('ab')
    expect(first.status).toEqual({ kind: 'synced', merged: 2, revision: 2 })
  })

  test('is_signed_out_when_the_line_says_so_or_can_not_be_had', async () => {
    const { world, first, second } = two()
    await world.settles()
    first.network.dropsLines(4401)
    second.network.signedIn = false
    second.network.dropsLines()
    await world.pass(1000)
    expect([first.status?.kind, second.status?.kind]).toEqual(['signed-out', 'signed-out'])
  })
})

describe('a server that answers', () => {
  const busy = { status: 503, code: 'busy', detail: 'Too many edits wait.' }

  test('is_not_called_unreachable_when_it_is_busy', async () => {
    const { world, first } = two()
    await world.settles()
    world.server.post.refusal = busy
    first.types('a')
    await world.pass(1000)
    expect(first.status).toEqual({ kind: 'waiting', why: 'busy', edits: 1, kept: 1, stored: true })
    world.server.post.refusal = null
    await world.settles()
    expect(first.status).toEqual({ kind: 'synced', merged: 1, revision: 1 })
  })

  test('tells_that_its_views_are_being_rebuilt', async () => {
    const { world, first } = two()
    await world.settles()
    world.server.viewTrouble = { status: 503, code: 'being-rebuilt', detail: 'Try again in a moment.' }
    first.network.dropsLines()
    await world.pass(2000)
    expect(first.status).toEqual({ kind: 'waiting', why: 'being-rebuilt', edits: 0, kept: 0, stored: true })
    first.types('saved all the same')
    await world.pass(2000)
    expect(world.server.post.text().toString()).toBe('saved all the same')
    expect(first.status).toEqual({ kind: 'waiting', why: 'being-rebuilt', edits: 0, kept: 0, stored: true })
    world.server.viewTrouble = null
    await world.settles()
    world.everyone().sees('saved all the same')
  })

  test('is_not_called_offline_whatever_the_browser_thinks_of_the_network', async () => {
    const { world, first } = two()
    await world.settles()
    first.network.noticed = true
    first.wakes()
    expect(first.status?.kind).toBe('offline')
    await world.pass(500)
    expect(first.status).toEqual({ kind: 'saved', revision: 0 })
  })
})

describe('a post that is closed to its author', () => {
  const gone = { status: 404, code: 'unknown', detail: 'There is no such post.' }

  test('is_told_of_though_nothing_was_typed', async () => {
    const { world, first } = two()
    first.types('text')
    await world.settles()
    world.server.viewTrouble = gone
    first.network.dropsLines()
    await world.pass(10_000)
    expect(first.status).toMatchObject({ kind: 'refused', code: 'not-let-in', text: 'text', edits: 0 })
  })

  test('is_not_taken_for_gone_because_of_one_answer', async () => {
    const { world, first } = two()
    await world.settles()
    world.server.viewTrouble = gone
    first.network.dropsLines()
    await world.pass(150)
    world.server.viewTrouble = null
    await world.settles()
    expect(first.status?.kind).toBe('saved')
  })

  test('gives_back_what_was_typed_while_offline', async () => {
    const { world, first } = two()
    first.types('before')
    await world.settles()
    first.goesOffline().types(' and offline')
    await world.pass(1000)
    world.server.viewTrouble = gone
    world.server.post.refusal = gone
    first.comesBack()
    await world.pass(10_000)
    expect(first.status).toMatchObject({ kind: 'refused', text: 'before and offline', edits: 1 })
  })
})

describe('what is called kept', () => {
  test('has_been_written_down', async () => {
    const { world, first } = two()
    await world.settles()
    first.witness = (status) => {
      if (status.kind !== 'offline' || !status.stored) return
      const record = first.device.records.get(`a-post ${first.client}`)
      const edits = (record?.sent?.edits ?? 0) + (record?.pending?.edits ?? 0)
      expect(status.kept).toBeLessThanOrEqual(edits)
    }
    first.goesOffline()
    for (const letter of 'letters') {
      first.types(letter)
      await world.pass(30)
    }
    await world.pass(500)
    expect(first.status).toEqual({ kind: 'offline', kept: 7, stored: true })
  })
})

describe('a refused edit', () => {
  const refusal = { status: 422, code: 'unpaired-surrogate', detail: 'Half of a character can’t be kept.' }

  test('is_offered_with_all_the_text', async () => {
    const { world, first } = two()
    first.types('kept ')
    await world.settles()
    world.server.post.refusal = refusal
    first.types('refused')
    await world.pass(1000)
    const { code, detail } = refusal
    expect(first.status).toEqual({ kind: 'refused', code, detail, text: 'kept refused', edits: 1 })
  })

  test('is_offered_again_at_the_next_visit_until_its_author_lets_go', async () => {
    const { world, first } = two()
    world.server.post.refusal = refusal
    const { client } = first
    first.types('refused')
    await world.pass(1000)
    world.server.post.refusal = null
    first.crashes().opens()
    await world.settlesWith(first)
    expect(first.kept).toEqual([{ client, detail: refusal.detail, text: 'refused' }])
    await Promise.all([first.live.forget(client), world.pass(100)])
    expect(first.kept).toEqual([])
    await world.settles()
    world.everyone().sees('')
  })

  test('is_not_offered_again_once_its_author_has_let_go_and_gone_on', async () => {
    const { world, first } = two()
    world.server.post.refusal = refusal
    first.types('refused')
    await world.pass(1000)
    world.server.post.refusal = null
    await Promise.all([first.live.forget(first.client), world.pass(100)])
    expect(first.unsaved).toBe(false)
    first.leaves()
    await world.pass(1000)
    first.opens()
    await world.settlesWith(first)
    expect(first.kept).toEqual([])
    world.everyone().sees('')
  })

  test('of_an_earlier_visit_is_offered_and_stops_nobody', async () => {
    const { world, first } = two()
    first.goesOffline().types('of before')
    await world.pass(1000)
    const { client } = first
    first.crashes()
    world.server.post.refusal = refusal
    first.comesBack().opens()
    await world.pass(1000)
    expect(first.kept).toEqual([{ client, detail: refusal.detail, text: 'of before' }])
    world.server.post.refusal = null
    first.types('now')
    await world.settlesWith(first)
    expect(first.status).toEqual({ kind: 'saved', revision: 1 })
  })

  test('because_it_was_deleted_is_said_to_be_deleted', async () => {
    const { world, first } = two()
    first.types('text')
    await world.settles()
    first.network.dropsLines(4410)
    expect(first.status).toMatchObject({ kind: 'refused', code: 'deleted', text: 'text', edits: 0 })
  })

  test('because_it_was_deleted_meanwhile_is_said_to_be_deleted_too', async () => {
    const { world, first } = two()
    first.types('text')
    await world.settles()
    world.server.viewTrouble = { status: 410, code: 'deleted', detail: 'It was deleted.' }
    first.network.dropsLines()
    await world.pass(10_000)
    expect(first.status).toMatchObject({ kind: 'refused', code: 'deleted', text: 'text' })
  })

  test('because_one_is_no_longer_let_in_keeps_the_text_on_the_screen', async () => {
    const { world, first } = two()
    first.types('text')
    await world.settles()
    first.network.dropsLines(4403)
    expect(first.status).toMatchObject({ kind: 'refused', code: 'not-let-in', text: 'text' })
  })
})
