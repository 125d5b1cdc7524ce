import { random } from './editors/random.mjs'
import { Person } from './site.mjs'

/** The server lets one person have 50 sockets; an editor may have two. */
const SOCKETS_OF_ONE = 20
const WORDS =
  'the a record sleeve groove needle side song band voice drum bass year city night light album and of in with'.split(
    ' ',
  )

/** A post of some 4 kB as a person might have written it. */
export function article(seed, units = 4000) {
  const dice = random(seed)
  let text = `---\ntitle: Post ${seed}\ndate: 2026-01-01\n---\n`
  for (let part = 1; text.length < units; part++)
    text += `\n## Part ${part}\n\n${paragraph(dice)}\n\n- ${paragraph(dice, 8)}\n- ${paragraph(dice, 8)}\n`
  return text
}

export const paragraph = (dice, words = 60) =>
  Array.from({ length: words }, () => WORDS[dice.below(WORDS.length)]).join(' ')

let people = 0

/** Posts with seats for editors, over as few people as the server allows. Two editors each begin at one place. */
export async function company(ada, posts, each, socketsOfOne = SOCKETS_OF_ONE) {
  const ids = []
  for (let i = 0; i < posts; i++)
    ids.push((await ada.post(`/api/posts/import?name=post-${++people}.md`, article(i), 'text/markdown')).post)
  const others = await crew(ada, ids[0], Math.max(2, Math.ceil((posts * each) / socketsOfOne)))
  for (const post of ids) for (const one of others) if (post !== ids[0]) await admit(ada, post, one)
  for (const post of ids) for (const one of others) await one.when(`/api/posts/${post}`, () => true)
  const length = article(0).length
  let next = 0
  return ids.map((post) =>
    Array.from({ length: each }, (_, i) => ({
      post,
      origin: ada.origin,
      headers: others[next++ % others.length].headers,
      from: Math.floor((length * (i - (i % 2) + 1)) / (each + 1)),
    })),
  )
}

/** So many new people who are authors of this post. */
export async function crew(ada, post, count) {
  const all = []
  for (let i = 0; i < count; i++) {
    const one = new Person(ada.origin, `Ben ${++people}`)
    await one.join((await ada.post(`/api/posts/${post}/invitations`, { role: 'author' })).token)
    all.push(one)
  }
  return all
}

const admit = async (ada, post, one) =>
  one.post(`/api/invitations/${(await ada.post(`/api/posts/${post}/invitations`, { role: 'author' })).token}/acceptance`)
