// @vitest-environment node
import { expect, test } from 'vitest'
import { Schedule } from './simulation/schedule'
import { FAULTS, Tally, type Fault } from './simulation/tally'
import { World } from './simulation/world'
import type { Writer } from './simulation/writer'

const SCHEDULES = Number(process.env['SCHEDULES'] ?? 10_000)
const FIRST = Number(process.env['FIRST_SEED'] ?? 1)
/** One schedule in so many has people return after thousands of revisions. */
const LONG_ABSENCE = 500
const THOUSANDS = 2500

test(
  'whatever_the_network_does_everyone_ends_with_the_same_text_and_each_character_once',
  { timeout: 600_000 },
  async () => {
    const tally = new Tally()
    for (let seed = FIRST; seed < FIRST + SCHEDULES; seed++) await converges(seed, tally)
    for (const fault of FAULTS) expect(tally.of(fault), fault).toBeGreaterThanOrEqual(least(fault))
  },
)

/** Far less than there is of each, and far more than by accident. */
const least = (fault: Fault): number =>
  Math.floor(SCHEDULES / (fault === 'old base' || fault === 'catch-up by pages' ? LONG_ABSENCE : 10))

async function converges(seed: number, tally: Tally): Promise<void> {
  const world = new World(seed, tally)
  const writers = ['first', 'second', 'third', 'fourth']
    .slice(0, 2 + world.clock.below(3))
    .map((name) => world.writer(name))
  const schedule = new Schedule(world, writers)
  const steps = 20 + world.clock.below(40)
  const run = seed % LONG_ABSENCE === 0 ? schedule.runWithLongAbsence(steps, THOUSANDS) : schedule.run(steps)
  await run.catch((failure: unknown) => {
    throw new Error(`Seed ${seed}: ${String(failure)}`)
  })
  const text = world.server.post.text().toString()
  for (const writer of writers) expect(writer.text, `seed ${seed}, ${writer.name}`).toBe(text)
  expect(schedule.faults(text), `seed ${seed}`).toEqual([])
  expect(schedule.lies, `seed ${seed}`).toEqual([])
  await world.pass(12_000)
  for (const writer of writers)
    expect(placesSeenBy(writer), `seed ${seed}, ${writer.name}`).toEqual(placesBeside(writer, writers))
}

const placesSeenBy = (writer: Writer) =>
  writer.present.map(({ client, anchor, head }) => ({ client, anchor, head })).sort(byClient)

const placesBeside = (writer: Writer, writers: readonly Writer[]) =>
  writers
    .filter((other) => other !== writer)
    .map(({ client, selection }) => ({ client, ...selection }))
    .sort(byClient)

const byClient = (one: { client: string }, other: { client: string }) => one.client.localeCompare(other.client)
