/** What a clock somewhere shows, written as the browser's field does (2026-10-25T02:30), and the moment that this is. */

const HOUR = 3_600_000
const MINUTE = 60_000
const minutely = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const

/**
 * A time that comes twice, because clocks go back, is the first of the two. One that never comes, because they go forward,
 * is as much later as they go forward.
 */
export interface Meant {
  at: Date
  comes: 'once' | 'twice' | 'never'
}

/** Null where this is no time, or the zone none. */
export function meant(local: string, zone: string): Meant | null {
  const clock = readingOf(local)
  if (clock === null || !isZone(zone)) return null
  // No clock is further than this from UTC, and none is changed twice in a day.
  const offsets = [...new Set([-15, 0, 15].map((hours) => offset(clock + hours * HOUR, zone)))]
  const moments = offsets.map((by) => clock - by).filter((moment) => moment + offset(moment, zone) === clock)
  if (moments.length > 0) return { at: new Date(Math.min(...moments)), comes: moments.length > 1 ? 'twice' : 'once' }
  const before = offset(clock - Math.max(...offsets), zone)
  return { at: new Date(clock - before), comes: 'never' }
}

/** What the clock there shows at this moment, to the minute. */
export const shown = (at: Date, zone: string) =>
  new Date(at.getTime() + offset(at.getTime(), zone)).toISOString().slice(0, 16)

/** As in "Sunday 25 October 2026 at 02:30 GMT+2". */
export const told = (at: Date, zone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).format(at)

/** Those of which one may choose, one's own first. */
export const zones = (own: string) => [
  own,
  ...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'].filter((zone) => zone !== own).sort()),
]

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone !== ''
  } catch {
    return false
  }
}

/** As if the clock were one of UTC. */
function readingOf(local: string): number | null {
  const reading = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) ? Date.parse(`${local.slice(0, 16)}Z`) : NaN
  return Number.isNaN(reading) ? null : reading
}

/** How far clocks there are before UTC at this moment. */
function offset(moment: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  const clock = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return clock - Math.floor(moment / MINUTE) * MINUTE
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** To make one takes much longer than to read it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', ...minutely })
  clocks.set(zone, clock)
  return clock
}
