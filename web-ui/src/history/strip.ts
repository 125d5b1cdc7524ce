import type { Activity, Timeline } from '../wire'

/** How much was inserted and deleted in each column of a strip. */
export interface Density {
  inserted: number[]
  deleted: number[]
}

export type Amounts = Pick<Activity, 'span' | 'inserted' | 'deleted'>

/** What a span holds is spread evenly over the columns that it covers. */
export function densityOf(newest: number, activity: Amounts, columns: number): Density {
  const { span } = activity
  const spread = (amounts: readonly number[]) => {
    const made = new Array<number>(columns).fill(0)
    for (const [index, amount] of amounts.entries()) {
      const [from, to] = [index * span, Math.min(newest, (index + 1) * span)]
      const [first, end] = [(from / newest) * columns, (to / newest) * columns]
      for (let column = Math.floor(first); column < end && column < columns; column++) {
        const covered = Math.min(end, column + 1) - Math.max(first, column)
        made[column]! += (amount * covered) / (end - first)
      }
    }
    return made
  }
  return { inserted: spread(activity.inserted), deleted: spread(activity.deleted) }
}

/** The ends of sessions: where Page Up and Page Down go. */
export const stopsOf = ({ sessions, newest }: Pick<Timeline, 'sessions' | 'newest'>): number[] =>
  [...new Set([0, ...sessions.map(({ to }) => to), newest])].sort((a, b) => a - b)

export const nextStop = (stops: readonly number[], n: number): number => stops.find((stop) => stop > n) ?? n

export const previousStop = (stops: readonly number[], n: number): number => stops.findLast((stop) => stop < n) ?? n

/** Colours as they stand now, for what is drawn by hand. */
export interface Ink {
  inserted: string
  deleted: string
  line: string
  hue(author: string): string
}

export interface Lanes {
  count: number
  of(author: string): number
}

const DENSITY = 0.55
const LANE = 6

export const lanesHeight = (lanes: number) => lanes * (LANE + 1)

/** On a scale of logarithms, for a letter and a chapter both: density above, deleted hanging from the line; below it a lane for each author. */
export function draw(canvas: HTMLCanvasElement, history: Timeline, amounts: Amounts, ink: Ink, lanes: Lanes) {
  const scale = devicePixelRatio
  const { width, height } = canvas.getBoundingClientRect()
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d')
  if (!pen || history.newest === 0) return
  pen.scale(scale, scale)
  const top = height - lanesHeight(lanes.count)
  drawDensity(pen, densityOf(history.newest, amounts, Math.max(1, Math.floor(width / 2))), ink, width, top)
  for (const { author, from, to } of history.sessions) {
    const left = ((from - 1) / history.newest) * width
    pen.fillStyle = ink.hue(author)
    pen.fillRect(
      left,
      top + lanesHeight(lanes.of(author)),
      Math.max(2, (to / history.newest) * width - left - 0.5),
      LANE,
    )
  }
}

function drawDensity(pen: CanvasRenderingContext2D, density: Density, ink: Ink, width: number, height: number) {
  const column = width / density.inserted.length
  const most = Math.log1p(Math.max(1, ...density.inserted, ...density.deleted))
  const base = Math.round((height - 4) * DENSITY) + 2
  const bars = (amounts: readonly number[], room: number, upwards: boolean) => {
    for (const [index, amount] of amounts.entries()) {
      const tall = (Math.log1p(amount) / most) * room
      pen.fillRect(index * column, upwards ? base - tall : base + 1, column, tall)
    }
  }
  pen.fillStyle = ink.inserted
  bars(density.inserted, base - 2, true)
  pen.fillStyle = ink.deleted
  bars(density.deleted, height - base - 4, false)
  pen.fillStyle = ink.line
  pen.fillRect(0, base, width, 1)
}
