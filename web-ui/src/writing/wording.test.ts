import { expect, test } from 'vitest'
import { Hues, initialsOf } from './hues'
import { announced, said } from './wording'

test.each([
  [{ kind: 'saving', edits: 2 } as const, 'Saving…'],
  [{ kind: 'saved', revision: 57 } as const, 'Saved (revision 57)'],
  [{ kind: 'synced', merged: 7, revision: 64 } as const, 'Synced: 7 edits merged (revision 64)'],
  [{ kind: 'offline', kept: 1, stored: true } as const, 'Offline, 1 edit kept on this device'],
  [{ kind: 'offline', kept: 3, stored: false } as const, 'Offline, 3 edits only in this tab: keep it open'],
  [{ kind: 'offline', kept: 0, stored: true } as const, 'Offline'],
  [
    { kind: 'waiting', why: 'busy', edits: 2, kept: 2, stored: true } as const,
    'The server is busy, 2 edits kept on this device',
  ],
  [
    { kind: 'waiting', why: 'being-rebuilt', edits: 0, kept: 0, stored: true } as const,
    'The server is rebuilding its views, your edits are saved',
  ],
  [{ kind: 'signed-out', kept: 0, stored: true } as const, 'Signed out'],
  [{ kind: 'reconnecting', kept: 0, stored: true } as const, 'Reconnecting…'],
  [{ kind: 'reconnecting', kept: 4, stored: true } as const, 'Reconnecting…, 4 edits kept on this device'],
])('%o is said as %s', (status, words) => {
  expect(said(status).text).toBe(words)
})

test('only a status of saved or merged says so', () => {
  expect(said({ kind: 'saving', edits: 1 }).text).not.toContain('Saved')
  expect(said({ kind: 'refused', code: 'x', detail: '', text: '', edits: 1 }).text).toContain('Not saved')
})

test('not every key is read aloud', () => {
  expect(announced({ kind: 'saving', edits: 1 })).toBe('')
  expect(announced({ kind: 'saved', revision: 8 })).toBe(announced({ kind: 'saved', revision: 9 }))
  const offline = (kept: number, stored = true) => announced({ kind: 'offline', kept, stored })
  expect(offline(3)).toBe(offline(4))
  expect([offline(0), offline(3), offline(3, false)]).toEqual([
    'Offline',
    'Offline. Edits are kept on this device.',
    'Offline. Edits are only in this tab: keep it open.',
  ])
})

test('authors have the same hue wherever they are looked at', () => {
  const [here, there] = [new Hues(['mia', 'aiko']), new Hues(['mia', 'aiko'])]
  expect(here.of('aiko')).toBe(there.of('aiko'))
  expect(here.of('mia')).not.toBe(here.of('aiko'))
  expect(here.of('late')).toBe(2)
})

test.each([
  ['Mia', 'MI'],
  ['Aiko Tanaka', 'AT'],
  ['中村 遥', '中遥'],
  ['é', 'É'],
  ['👩‍🚀', '👩‍🚀'],
  ['Mio (sample)', 'MS'],
  ['—', '—'],
])('%s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
