import type { Standing } from '../live/types'
import { moment } from '../library/standing'
import type { Member, Role } from '../wire'

/** A sentence on what someone else did to the post; null where there is nothing to tell this person. */
export function newsOf(now: Standing, me: string, before: readonly Member[]): string | null {
  if (now.by === me && now.person !== me) return null
  const nameOf = (id: string | null) => [...now.people, ...before].find((person) => person.id === id)?.name ?? 'Someone'
  const roleOf = (id: string | null) => now.people.find((person) => person.id === id)?.role ?? 'reviewer'
  switch (now.happened) {
    case 'withdrawn':
      return `${nameOf(now.by)} withdrew this post. Readers do not find it any more.`
    case 'scheduled':
      return now.scheduled && `${nameOf(now.by)} scheduled the next edition for ${moment(now.scheduled)}.`
    case 'unscheduled':
      return `${nameOf(now.by)}: the next edition is not scheduled any more.`
    case 'moved':
      return `${nameOf(now.by)} moved this post to ${now.path}.`
    case 'history-opened':
      return `${nameOf(now.by)} lets readers watch how this post was written.`
    case 'history-closed':
      return `${nameOf(now.by)}: readers cannot watch any more how this post was written.`
    case 'admitted':
      return now.person === me
        ? mine[roleOf(me)]
        : `${nameOf(now.person)} was let in, as ${phrases[roleOf(now.person)]}.`
    case 'role-changed':
      if (now.by === me) return null
      return now.person === me ? mine[roleOf(me)] : `${nameOf(now.person)} is ${phrases[roleOf(now.person)]} now.`
    case 'access-taken-back':
      return now.by === now.person
        ? `${nameOf(now.person)} left this post.`
        : `${nameOf(now.by)} took back ${nameOf(now.person)}’s access.`
    default:
      return null
  }
}

const phrases: Readonly<Record<Role, string>> = { owner: 'an owner', author: 'an author', reviewer: 'a reviewer' }

const mine: Readonly<Record<Role, string>> = {
  owner: 'You are an owner of this post now: you decide who else writes it.',
  author: 'You are an author of this post now: you can write.',
  reviewer: 'You are a reviewer of this post now: you can read it as it is written.',
}
