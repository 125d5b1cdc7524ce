import { ChangeSet, Text, type ChangeSpec } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { begin, receive, submit, typed, unsaved, type Accepted, type Replica } from './replica'

const text = (content: string) => Text.of(content.split('\n'))

/** The replica with an edit of one's own, and what the editor shows then. */
const write = (replica: Replica, shown: string, spec: ChangeSpec) => {
  const changes = ChangeSet.of(spec, shown.length)
  return { replica: typed(replica, changes), shown: changes.apply(text(shown)).toString() }
}

const accepted = (revision: number, client: string, sequence: number, length: number, spec: ChangeSpec): Accepted => ({
  revision,
  client,
  sequence,
  changes: ChangeSet.of(spec, length),
})

describe('a replica', () => {
  test('counts_the_changes_that_an_edit_is_made_of', () => {
    const one = write(begin(0, text('')), '', { from: 0, insert: 'a' })
    const two = write(one.replica, one.shown, { from: 1, insert: 'b' })
    expect(unsaved(two.replica)).toBe(2)
    expect(unsaved(submit(two.replica))).toBe(2)
  })

  test('has_nothing_to_submit_when_typing_came_to_nothing', () => {
    const one = write(begin(0, text('')), '', { from: 0, insert: 'a' })
    const two = write(one.replica, one.shown, { from: 0, to: 1 })
    expect(two.replica.pending).toBe(null)
  })

  test('maps_an_edit_over_each_revision_in_turn_as_the_log_does', () => {
    const { replica } = write(begin(1, text('01234567')), '01234567', { from: 3, insert: 'q' })
    const first = receive(submit(replica), accepted(2, 'a', 1, 8, { from: 3, insert: 'A' }), 'own')
    const second = receive(first.replica, accepted(3, 'b', 1, 9, { from: 4, to: 6 }), 'own')
    const shown = second.changes?.apply(first.changes?.apply(text('012q34567')) ?? Text.empty)
    expect(shown?.toString()).toBe('012Aq567')
    expect(second.replica.sent?.mapped.apply(second.replica.text ?? Text.empty).toString()).toBe('012Aq567')
  })

  test('knows_its_own_revision_by_client_and_sequence', () => {
    const { replica } = write(begin(0, text('')), '', { from: 0, insert: 'a' })
    const sent = submit(replica)
    const step = receive(sent, accepted(1, 'own', 1, 0, { from: 0, insert: 'a' }), 'own')
    expect(step).toMatchObject({ changes: null, replica: { revision: 1, sent: null } })
    const other = receive(sent, accepted(1, 'own', 9, 0, { from: 0, insert: 'a' }), 'own')
    expect(other.replica.sent).not.toBe(null)
  })

  test('believes_the_log_when_its_own_edit_was_accepted_otherwise', () => {
    const one = write(begin(0, text('')), '', { from: 0, insert: 'mine' })
    const two = write(submit(one.replica), one.shown, { from: 4, insert: ' more' })
    const step = receive(two.replica, accepted(1, 'own', 1, 0, { from: 0, insert: 'theirs' }), 'own')
    expect(step.replica.text?.toString()).toBe('theirs')
    const shown = step.changes?.apply(text(two.shown)).toString()
    expect(shown).toBe(step.replica.pending?.changes.apply(text('theirs')).toString())
    expect(shown).toContain('theirs')
    expect(shown).toContain(' more')
  })

  test('drops_what_others_have_deleted_already', () => {
    const { replica } = write(begin(1, text('abc')), 'abc', { from: 0, to: 3 })
    const step = receive(replica, accepted(2, 'other', 1, 3, { from: 0, to: 3 }), 'own')
    expect(step.replica.pending).toBe(null)
    expect(step.changes).toBe(null)
  })

  test.each([
    ['that_leaves_one_out', accepted(3, 'other', 1, 3, { from: 0, insert: 'x' })],
    ['that_it_has_already', accepted(1, 'other', 1, 3, { from: 0, insert: 'x' })],
    ['of_another_text', accepted(2, 'other', 1, 4, { from: 0, insert: 'x' })],
  ])('refuses_a_revision_%s', (_rule, revision) => {
    expect(() => receive(begin(1, text('abc')), revision, 'own')).toThrow(RangeError)
  })
})
