import * as api from './api'
import { router } from './router.svelte'
import type { Account } from './wire'

/** Who is signed in here: unknown until the server was asked once. */
class Visitor {
  person: Account | null = $state(null)
  known = $state(false)
  setup = $state(false)

  async ask() {
    const { person, setup } = await api.me()
    this.person = person
    this.setup = setup === true
    this.known = true
  }

  async leave() {
    await api.signOut()
    this.person = null
    router.askToSignIn()
  }
}

export const visitor = new Visitor()

api.whenSignedOut(() => {
  visitor.person = null
  router.askToSignIn()
})
