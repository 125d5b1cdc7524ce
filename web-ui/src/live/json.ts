import { ChangeSet } from '@codemirror/state'

/** What was read is not what the protocol describes. */
export class Malformed extends Error {}

export type Fields = Readonly<Record<string, unknown>>

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Malformed('This is not JSON')
  }
}

export function fields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed('An object was expected')
  return value as Fields
}

export function list<T>(value: unknown, item: (value: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new Malformed('An array was expected')
  return value.map(item)
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Malformed('A string was expected')
  return value
}

export function count(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new Malformed('A whole number of at least 0 was expected')
  return value
}

export const orNull = <T>(value: unknown, some: (value: unknown) => T): T | null =>
  value === null || value === undefined ? null : some(value)

/** `ChangeSet.fromJSON` lets much pass that would break the editor later. */
export function changeSet(value: unknown): ChangeSet {
  list(value, part)
  return ChangeSet.fromJSON(value)
}

function part(value: unknown): void {
  if (!Array.isArray(value)) return void count(value)
  count(value[0])
  if (value.slice(1).some((line) => typeof line !== 'string' || /[\r\n]/.test(line)))
    throw new Malformed('Lines without line ends were expected')
}
