import type { Later } from './backoff'
import { Malformed } from './json'
import { acceptedRevision, pageOfRevisions, problem, type PageOfRevisions } from './messages'
import type { Sent } from './replica'
import type { Reply, Transport, Why } from './types'

export interface SignedOut {
  readonly kind: 'signed-out'
}

export interface Refused {
  readonly kind: 'refused'
  readonly code: string
  readonly detail: string
}

export const notLetIn: Refused = {
  kind: 'refused',
  code: 'not-let-in',
  detail: 'You are no longer let into this post.',
}

export const deleted: Refused = {
  kind: 'refused',
  code: 'deleted',
  detail: 'This post was deleted. An administrator can bring it back.',
}

export type Verdict = { readonly kind: 'accepted'; readonly revision: number } | SignedOut | Refused
/** The post is not there for this person: deleted, or they are no longer let into it. */
export interface Gone {
  readonly kind: 'gone'
  readonly why: Refused
}

export type Reading = { readonly kind: 'page'; readonly page: PageOfRevisions } | SignedOut | Gone

/** The two requests of live editing, and what their answers mean. */
export class Server {
  private readonly path: string

  constructor(
    private readonly transport: Transport,
    post: string,
  ) {
    this.path = `/api/posts/${encodeURIComponent(post)}`
  }

  submit(client: string, { sequence, base, changes }: Sent): Promise<Verdict | Later> {
    const body = { client, sequence, base, changes: changes.toJSON() }
    return understood(this.transport.request('POST', `${this.path}/edits`, body), (reply) => {
      if (reply.status === 200) return { kind: 'accepted', revision: acceptedRevision(reply.body) }
      if (reply.status === 401) return { kind: 'signed-out' }
      return decided(reply.status) ? { kind: 'refused', ...problem(reply.body) } : later(reply)
    })
  }

  revisions(after: number): Promise<Reading | Later> {
    return understood(this.transport.request('GET', `${this.path}/revisions?after=${after}`), (reply) => {
      if (reply.status === 200) return { kind: 'page', page: pageOfRevisions(reply.body) }
      if (reply.status === 401) return { kind: 'signed-out' }
      if (reply.status === 410) return { kind: 'gone', why: deleted }
      return gone(reply.status) ? { kind: 'gone', why: notLetIn } : later(reply)
    })
  }
}

/** No answer, and an answer that makes no sense, leave the question open. */
async function understood<T>(answer: Promise<Reply>, meaning: (reply: Reply) => T | Later): Promise<T | Later> {
  let reply: Reply
  try {
    reply = await answer
  } catch {
    return { kind: 'later', wait: 0, why: null }
  }
  try {
    return meaning(reply)
  } catch (failure) {
    if (failure instanceof Malformed) return later(reply)
    throw failure
  }
}

const later = ({ retryAfter, body }: Reply): Later => ({
  kind: 'later',
  wait: retryAfter ?? 0,
  why: reasons.find((why) => why === problem(body).code) ?? null,
})

const reasons: readonly Why[] = ['busy', 'log-unreachable', 'being-rebuilt', 'stopped']

const gone = (status: number) => status === 403 || status === 404

const decided = (status: number) => [400, 403, 404, 409, 410, 413, 422].includes(status)
