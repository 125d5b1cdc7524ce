import { describe, expect, test } from 'vitest'
import type { Member } from '../wire'
import { newsOf } from './news'

const ada: Member = { id: 'a', name: 'Ada', role: 'owner' }
const ben: Member = { id: 'b', name: 'Ben', role: 'author' }
const both = [ada, ben]

const told = (happened: string | null, by: string | null, person: string | null = null, people: Member[] = both) =>
  newsOf(
    { path: '/posts/a/', withdrawn: false, historyOpen: false, scheduled: null, people, happened, by, person },
    'b',
    both,
  )

describe('what happened to a post', () => {
  test.each([
    ['history-opened', 'a', null, both, 'Ada lets readers watch how this post was written.'],
    ['history-closed', 'a', null, both, 'Ada: readers cannot watch any more how this post was written.'],
    ['withdrawn', 'a', null, both, 'Ada withdrew this post. Readers do not find it any more.'],
    ['moved', 'a', null, both, 'Ada moved this post to /posts/a/.'],
    [
      'role-changed',
      'a',
      'b',
      [ada, { ...ben, role: 'reviewer' as const }],
      'You are a reviewer of this post now: you can read it as it is written.',
    ],
    ['role-changed', 'c', 'a', both, 'Ada is an owner now.'],
    [
      'admitted',
      'a',
      'c',
      [...both, { id: 'c', name: 'Cleo', role: 'reviewer' as const }],
      'Cleo was let in, as a reviewer.',
    ],
    ['access-taken-back', 'a', 'c', both, 'Ada took back Someone’s access.'],
    ['access-taken-back', 'a', 'a', [ben], 'Ada left this post.'],
  ])('is_told_in_a_sentence_when_it_was_%s', (happened, by, person, people, sentence) => {
    expect(told(happened, by, person, people)).toBe(sentence)
  })

  test('is_not_told_to_who_did_it_nor_at_an_arrival', () => {
    expect(told('withdrawn', 'b')).toBeNull()
    expect(told('role-changed', 'b', 'a')).toBeNull()
    expect(told(null, null)).toBeNull()
  })
})
