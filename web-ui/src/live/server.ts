import type { Later } from './backoff'
import { Malformed } from './json'
import { acceptedRevision, pageOfRevisions, problem, type PageOfRevisions } from './messages'
import type { Sent } from './replica'
import type { Reply, Transport } from './types'

export interface SignedOut {
  readonly kind: 'signed-out'
}

export interface Refused {
  readonly kind: 'refused'
  readonly code: string
  readonly detail: string
}

export type Verdict = { readonly kind: 'accepted'; readonly revision: number } | SignedOut | Refused
export type Reading = { readonly kind: 'page'; readonly page: PageOfRevisions } | SignedOut

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

  /** A view that is being built anew may not know the post for a while, so only signing in can't be waited for. */
  revisions(after: number): Promise<Reading | Later> {
    return understood(this.transport.request('GET', `${this.path}/revisions?after=${after}`), (reply) => {
      if (reply.status === 200) return { kind: 'page', page: pageOfRevisions(reply.body) }
      return reply.status === 401 ? { kind: 'signed-out' } : later(reply)
    })
  }
}

/** No answer, and an answer that makes no sense, leave the question open. */
async function understood<T>(answer: Promise<Reply>, meaning: (reply: Reply) => T | Later): Promise<T | Later> {
  let reply: Reply
  try {
    reply = await answer
  } catch {
    return { kind: 'later', wait: 0 }
  }
  try {
    return meaning(reply)
  } catch (failure) {
    if (failure instanceof Malformed) return later(reply)
    throw failure
  }
}

const later = ({ retryAfter }: Reply): Later => ({ kind: 'later', wait: retryAfter ?? 0 })

const decided = (status: number) => [400, 403, 404, 409, 413, 422].includes(status)
