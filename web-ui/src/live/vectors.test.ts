import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ChangeSet, MapMode, Text } from '@codemirror/state'
import { describe, expect, it } from 'vitest'

/** What the server's algebra is tested against too; scripts/vectors.mjs writes it. */
interface Vector {
  text: string
  a: unknown
  b: unknown
  c: unknown
  'a applied': string
  'a, c': unknown
  'a over b': unknown
  'a before b': unknown
  'a inverted': unknown
  positions: [at: number, assoc: number, mode: keyof typeof MapMode, result: number | null][]
}

const file = join(import.meta.dirname, '../../../text/src/test/resources/vectors.json')
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }

function edits({ text, a, b, c }: Vector) {
  const document = Text.of(text.split('\n'))
  return { document, a: ChangeSet.fromJSON(a), b: ChangeSet.fromJSON(b), c: ChangeSet.fromJSON(c) }
}

const mapped = (edit: ChangeSet, [at, assoc, mode]: Vector['positions'][number]) =>
  edit.mapPos(at, assoc, MapMode[mode])

describe('the editor agrees with the vectors that the server agrees with', () => {
  it.each([
    ['a applied', (vector: Vector) => edits(vector).a.apply(edits(vector).document).toString()],
    ['a, c', (vector: Vector) => edits(vector).a.compose(edits(vector).c).toJSON()],
    ['a over b', (vector: Vector) => edits(vector).a.map(edits(vector).b).toJSON()],
    ['a before b', (vector: Vector) => edits(vector).a.map(edits(vector).b, true).toJSON()],
    ['a inverted', (vector: Vector) => edits(vector).a.invert(edits(vector).document).toJSON()],
  ] as const)('%s', (name, result) => {
    expect(vectors.map(result)).toEqual(vectors.map((vector) => vector[name]))
  })

  it('positions', () => {
    const results = vectors.map((vector) => vector.positions.map((position) => mapped(edits(vector).a, position)))
    expect(results).toEqual(vectors.map(({ positions }) => positions.map(([, , , result]) => result)))
  })

  it('there are vectors', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(1000)
  })
})
