import type { Edition, Standing } from './types'
import type { Member, Role } from '../wire'
import type { Accepted } from './replica'
import { changeSet, count, fields, list, Malformed, orNull, parsed, text, type Fields } from './json'

/** What the server says, as docs/api.md describes it. */

export interface Revision extends Accepted {
  readonly author: string
  readonly at: string
}

/** Someone's place in the text at `revision`. */
export interface Place {
  readonly connection: string
  readonly client: string
  readonly author: string
  readonly name: string
  readonly revision: number
  readonly anchor: number | null
  readonly head: number | null
}

export interface PageOfRevisions {
  readonly newest: number
  readonly revisions: readonly Revision[]
}

export interface PreviewNews {
  readonly revision: number
  readonly title: string
  readonly order: readonly string[]
  readonly lines: readonly number[]
  readonly blocks: readonly { readonly id: string; readonly html: string }[]
}

export type Message =
  | { type: 'welcome'; revision: number; present: readonly Place[] }
  | { type: 'revision'; revision: Revision }
  | { type: 'presence'; place: Place }
  | { type: 'left'; connection: string }
  | { type: 'preview'; news: PreviewNews }
  | { type: 'edition'; edition: Edition }
  | { type: 'standing'; standing: Standing }
  | { type: 'pong' }
  | { type: 'problem'; code: string; detail: string }
  | { type: 'unknown' }

/**
 * Throws Malformed where the text cannot be followed any further. What stands beside the text, the page and the people,
 * is left out where it cannot be read: nobody shall stop typing because of it.
 */
export function message(frame: string): Message {
  const value = fields(parsed(frame))
  try {
    return read(value)
  } catch (failure) {
    if (!(failure instanceof Malformed) || isOfTheText(value)) throw failure
    return { type: 'unknown' }
  }
}

const isOfTheText = ({ type }: Fields) => type === 'welcome' || type === 'revision' || typeof type !== 'string'

function read(value: Fields): Message {
  switch (text(value['type'])) {
    case 'welcome':
      return { type: 'welcome', revision: count(value['revision']), present: list(value['present'], place) }
    case 'revision':
      return { type: 'revision', revision: revision(value) }
    case 'presence':
      return { type: 'presence', place: place(value) }
    case 'left':
      return { type: 'left', connection: text(value['connection']) }
    case 'preview':
      return { type: 'preview', news: preview(value) }
    case 'edition':
      return { type: 'edition', edition: edition(value) }
    case 'standing':
      return { type: 'standing', standing: standing(value) }
    case 'pong':
      return { type: 'pong' }
    case 'problem':
      return { type: 'problem', code: text(value['code']), detail: text(value['detail']) }
    default:
      // A newer server may say more than this studio knows.
      return { type: 'unknown' }
  }
}

export function pageOfRevisions(body: unknown): PageOfRevisions {
  const value = fields(body)
  return { newest: count(value['newest']), revisions: list(value['revisions'], revision) }
}

export const acceptedRevision = (body: unknown): number => count(fields(body)['revision'])

/** A refusal's code and sentence, as far as there are any. */
export function problem(body: unknown): { code: string; detail: string } {
  const value: Fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? fields(body) : {}
  const either = (one: unknown, other: string) => (typeof one === 'string' && one !== '' ? one : other)
  return { code: either(value['code'], ''), detail: either(value['detail'], either(value['title'], '')) }
}

function revision(json: unknown): Revision {
  const value = fields(json)
  return {
    revision: count(value['revision']),
    client: text(value['client']),
    sequence: count(value['sequence']),
    author: text(value['author']),
    at: text(value['at']),
    changes: changeSet(value['changes']),
  }
}

function place(json: unknown): Place {
  const value = fields(json)
  return {
    connection: text(value['connection']),
    client: text(value['client']),
    author: text(value['author']),
    name: text(value['name']),
    revision: count(value['revision']),
    anchor: orNull(value['anchor'], count),
    head: orNull(value['head'], count),
  }
}

function preview(value: Fields): PreviewNews {
  const order = list(value['order'], text)
  const lines = list(value['lines'], count)
  if (order.length !== lines.length) throw new Malformed('Each block has a line')
  return {
    revision: count(value['revision']),
    title: text(value['title']),
    order,
    lines,
    blocks: list(value['blocks'], block),
  }
}

function block(json: unknown) {
  const value = fields(json)
  return { id: text(value['id']), html: text(value['html']) }
}

const standing = (value: Fields): Standing => ({
  path: text(value['path']),
  withdrawn: value['withdrawn'] === true,
  historyOpen: value['historyOpen'] === true,
  scheduled: orNull(value['scheduled'], text),
  people: list(value['people'], member),
  happened: orNull(value['happened'], text),
  by: orNull(value['by'], text),
  person: orNull(value['person'], text),
})

function member(json: unknown): Member {
  const value = fields(json)
  const role = roles.find((one) => one === value['role'])
  if (!role) throw new Malformed('A role is owner, author or reviewer')
  return { id: text(value['id']), name: text(value['name']), role }
}

const roles: readonly Role[] = ['owner', 'author', 'reviewer']

const edition = (value: Fields): Edition => ({
  edition: count(value['edition']),
  revision: count(value['revision']),
  path: text(value['path']),
  by: text(value['by']),
})
