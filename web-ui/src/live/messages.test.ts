import { describe, expect, test } from 'vitest'
import { two } from './simulation/world'

describe('what the server says', () => {
  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['a revision without a number', '{"type":"revision","revision":"1"}'],
    ['a change of a negative length', revisionWith('[-1]')],
    ['a line with a line end in it', revisionWith('[[0,"a\\nb"]]')],
    ['a change of another text', revisionWith('[5]')],
  ])('is_not_believed_when_it_is_%s', async (_what, frame) => {
    const { world, first } = two()
    await world.settles()
    world.server.sayRaw(frame)
    await world.pass(100)
    expect(first.status?.kind).toBe('reconnecting')
    first.types('goes on')
    await world.settles()
    world.everyone().sees('goes on')
  })

  test.each([
    ['preview', { revision: 1, title: null, order: [], lines: [], blocks: [] }],
    ['presence', { connection: 7 }],
    ['edition', { edition: -1 }],
    ['standing', { path: '/posts/a/', withdrawn: false, people: [{ id: 'x', name: 'Ada', role: 'king' }] }],
  ])('does_not_stop_the_writing_where_a_%s_cannot_be_read', async (type, rest) => {
    const { world, first } = two()
    await world.settles()
    world.server.say({ type, ...rest })
    await world.pass(100)
    expect(first.status).toEqual({ kind: 'saved', revision: 0 })
  })

  test('may_be_of_a_kind_that_is_not_known_yet', async () => {
    const { world, first } = two()
    await world.settles()
    world.server.say({ type: 'weather', sun: true })
    await world.pass(100)
    expect(first.status).toEqual({ kind: 'saved', revision: 0 })
  })
})

function revisionWith(changes: string): string {
  return `{"type":"revision","revision":1,"client":"x","sequence":1,"author":"x","at":"","changes":${changes}}`
}
