import { ChangeSet } from '@codemirror/state'
import { random } from './random.mjs'

const LETTERS = 'etaoin shrdlu cmfwyp vbgkjqxz '

/** Writes at a cursor of its own: mostly 1 to 5 new letters, now and then as many taken back, rarely elsewhere. */
export function writing(seed, place) {
  const dice = random(seed)
  let cursor = place
  return {
    next(length) {
      if (dice.next() < 0.02) cursor = dice.below(length + 1)
      const units = 1 + dice.below(5)
      const back = cursor >= units && dice.next() < 0.3
      return ChangeSet.of(
        back ? { from: cursor - units, to: cursor } : { from: cursor, insert: letters(dice, units) },
        length,
      )
    },
    moved(changes) {
      cursor = changes.mapPos(cursor, 1)
    },
  }
}

/** Overwrites letters in a stretch that is nobody else's, so that edits fit each other without being rebased. */
export function overwriting(seed, from, width) {
  const dice = random(seed)
  return {
    next(length) {
      const units = 1 + dice.below(5)
      const place = from + dice.below(width - units)
      return ChangeSet.of({ from: place, to: place + units, insert: letters(dice, units) }, length)
    },
    moved() {},
  }
}

const letters = (dice, units) => {
  let text = ''
  while (text.length < units) text += LETTERS[dice.below(LETTERS.length)]
  return text
}
