import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { inTurn } from './concurrent.mjs'
import { random } from './editors/random.mjs'

const LETTERS = 'etaoin shrdlu cmfwyp vbgkjqxz '

/**
 * Edits one after the other, each [place, units taken out, text put in]: of a trace from github.com/josephg/editing-traces
 * where a file is named (of several authors, as change sets), or else made up in the shape of its automerge-paper.
 */
export const editsOf = (file, count) => (file ? recorded(file) : madeUp(count)).slice(0, count)

function recorded(file) {
  const { kind, startContent, txns } = JSON.parse(gunzipSync(readFileSync(file)))
  if (startContent) throw new Error(`${file} does not begin with an empty text`)
  if (kind === 'concurrent') return inTurn(txns)
  return txns.flatMap(({ patches }) => patches)
}

/** One person's writing: runs of letters at a place, some taken back at once, then on to another place. */
function madeUp(count) {
  const dice = random(7)
  const edits = []
  let [length, place, run] = [0, 0, 0]
  while (edits.length < count) {
    if (run-- === 0) {
      place = dice.next() < 0.5 ? length : dice.below(length + 1)
      run = 10 + dice.below(200)
    }
    if (place > 0 && dice.next() < 0.3) edits.push([--place, 1, '', length--])
    else edits.push([place++, 0, letter(dice), length++])
  }
  return edits
}

const letter = (dice) => (dice.below(60) === 0 ? '\n' : LETTERS[dice.below(LETTERS.length)])
