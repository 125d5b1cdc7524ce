import { request } from 'undici'

/** A person with a browser's cookies, but without a browser. */
export class Person {
  #cookies = new Map()

  constructor(origin, name) {
    this.origin = origin
    this.name = name
    this.password = `the long password of ${name}`
  }

  static async administrator({ origin, setup }) {
    const person = new Person(origin, 'Ada')
    const token = setup.split('#')[1]
    await person.enter('/api/setup', { token, name: person.name, password: person.password })
    return person
  }

  async join(invitation) {
    await this.enter(`/api/invitations/${invitation}/account`, { name: this.name, password: this.password })
  }

  async enter(path, body) {
    await this.get('/api/me')
    await this.post(path, body)
    await this.get('/api/me')
  }

  async signIn() {
    await this.enter('/api/session', { name: this.name, password: this.password })
  }

  get headers() {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { cookie, origin: this.origin, 'x-xsrf-token': this.#cookies.get('XSRF-TOKEN') ?? '' }
  }

  async get(path) {
    return this.#ask('GET', path)
  }

  async post(path, body, type = 'application/json') {
    const bytes = type === 'application/json' ? JSON.stringify(body ?? {}) : body
    return this.#ask('POST', path, bytes, { 'content-type': type })
  }

  async #ask(method, path, body, more) {
    const answer = await request(this.origin + path, { method, body, headers: { ...this.headers, ...more } })
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/)
      if (value) this.#cookies.set(name, value)
      else this.#cookies.delete(name)
    }
    const text = await answer.body.text()
    if (answer.statusCode >= 300)
      throw new Refused(`${method} ${path}: ${answer.statusCode} ${text}`, answer.statusCode)
    return text ? JSON.parse(text) : null
  }

  /** A read right after a command may come before the view has it. */
  async when(path, is, patience = 300_000) {
    for (const end = performance.now() + patience; ;) {
      const found = await this.get(path).catch(onlyMissing)
      if (found && is(found)) return found
      if (performance.now() > end)
        throw new Error(`${path} did not become as expected: ${JSON.stringify(found)?.slice(0, 200)}`)
      await new Promise((later) => setTimeout(later, 25))
    }
  }
}

class Refused extends Error {
  constructor(message, status) {
    super(message)
    this.status = status
  }
}

function onlyMissing(failure) {
  if (failure.status === 404) return null
  throw failure
}
