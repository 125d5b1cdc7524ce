import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** Seconds of each phase, edits to warm up with, and sizes. */
const LONG = {
  shapes: '10x5,1x20,100x2',
  warm: 50_000,
  pace: 20,
  fast: 20,
  limit: 3,
  watchers: 2000,
  edits: 260_000,
  keys: 400,
  posts: 2000,
  commits: 10_000,
  found: 10_000,
  beside: 1000,
  editions: 40,
}
const SHORT = {
  shapes: '2x3',
  warm: 100,
  pace: 1,
  fast: 1,
  limit: 0.3,
  watchers: 40,
  edits: 1000,
  keys: 20,
  posts: 20,
  commits: 60,
  found: 40,
  beside: 20,
  editions: 5,
}

const NUMBERS = [
  'warm',
  'pace',
  'fast',
  'limit',
  'watchers',
  'edits',
  'keys',
  'posts',
  'commits',
  'found',
  'beside',
  'editions',
]
const TEXTS = ['shapes', 'trace', 'profile', 'out']

export function optionsOf(words, known) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      submit: { type: 'string', default: 'socket' },
      ...Object.fromEntries([...NUMBERS, ...TEXTS].map((name) => [name, { type: 'string' }])),
    },
  })
  const unknown = positionals.find((part) => !known.includes(part))
  if (unknown) throw new Error(`There is no part ${unknown}: choose among ${known.join(', ')}.`)
  const usual = values.short
    ? known.filter(
        (part) => !['keys', 'lighthouse', 'looking', 'moving', 'reading', 'searching', 'typing'].includes(part),
      )
    : known
  const numbers = Object.fromEntries(NUMBERS.filter((name) => values[name]).map((name) => [name, Number(values[name])]))
  return {
    ...(values.short ? SHORT : LONG),
    ...values,
    ...numbers,
    profile: values.profile && resolve(values.profile),
    parts: positionals.length > 0 ? positionals : usual,
  }
}
