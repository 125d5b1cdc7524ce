const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const hour = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })

export function ago(at: string, now: number): string {
  const passed = Date.parse(at) - now
  const step = steps.find(([, length]) => Math.abs(passed) >= length)
  return step ? relative.format(Math.round(passed / step[1]), step[0]) : 'just now'
}

export const exactly = (at: string) => exact.format(new Date(at))

/** "7 September 2025, 10:04 to 10:31", with the second day only where it is another. */
export function span(start: string, end: string): string {
  const [from, to] = [new Date(start), new Date(end)]
  const sameDay = day.format(from) === day.format(to)
  const begins = `${day.format(from)}, ${hour.format(from)}`
  if (sameDay && hour.format(from) === hour.format(to)) return begins
  return `${begins} to ${sameDay ? '' : `${day.format(to)}, `}${hour.format(to)}`
}

/** One clock for all relative times on the screen. */
class Clock {
  now = $state(Date.now())

  constructor() {
    setInterval(() => (this.now = Date.now()), 20_000)
  }
}

export const clock = new Clock()
