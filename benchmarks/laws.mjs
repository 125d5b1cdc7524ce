import { ChangeSet, Text } from '@codemirror/state'

/** The draft and the log's own replay hold the text that all editors have, and no edit is missing or twice in the log. */
export async function check(person, post, { revision, text, edits }) {
  const draft = await person.when(`/api/posts/${post}`, (found) => found.revision >= revision)
  if (draft.revision !== revision || draft.source !== text)
    throw new Error(`The draft of ${post} is not what its editors have`)
  const replayed = await replay(person, post)
  if (replayed.text !== text) throw new Error(`The log of ${post} does not give what its editors have`)
  if (replayed.revision !== edits + 1)
    throw new Error(`${edits} edits of ${post} were accepted, and its log has ${replayed.revision - 1}`)
}

/** The text that the revisions give from the first to the newest. */
async function replay(person, post) {
  let [revision, text, newest] = [0, Text.empty, 1]
  while (revision < newest) {
    const page = await person.get(`/api/posts/${post}/revisions?after=${revision}`)
    newest = page.newest
    for (const next of page.revisions) {
      if (next.revision !== ++revision)
        throw new Error(`The history of ${post} has ${next.revision} in place of ${revision}`)
      text = ChangeSet.fromJSON(next.changes).apply(text)
    }
  }
  return { revision, text: text.toString() }
}
