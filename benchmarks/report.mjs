import { cpus } from 'node:os'

const number = (value) =>
  value === undefined ? '' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)

/** One Markdown table: each figure, the limit measured in the same run, how many times that it is, and what is aimed at. */
export class Report {
  #rows = []

  heading(text) {
    this.#rows.push(`| **${text}** | | | | | |`)
  }

  /** An aim is {least} or {most} for the figure itself, or {times} for its ratio to the limit. */
  add(what, unit, figure, { limit, aim = {} } = {}) {
    const ratio = limit === undefined ? undefined : figure / limit
    const cells = [
      what,
      `${number(figure)} ${unit}`,
      limit === undefined ? '' : `${number(limit)} ${unit}`,
      number(ratio),
    ]
    this.#rows.push(`| ${[...cells, wanted(aim, unit), verdict(aim, figure, ratio)].join(' | ')} |`)
    console.error(
      `  ${what}: ${number(figure)} ${unit}${ratio === undefined ? '' : `, ${number(ratio)} times the limit`}`,
    )
  }

  markdown() {
    const date = new Date().toISOString().slice(0, 10)
    return [
      `Measured on ${date}; ${cpus().length} processors: ${cpus()[0].model}.`,
      '',
      '| what | figure | limit | ratio | aim | reached |',
      '| --- | --- | --- | --- | --- | --- |',
      ...this.#rows,
      '',
    ].join('\n')
  }
}

function wanted({ least, most, times }, unit) {
  if (least !== undefined) return `at least ${number(least)} ${unit}`
  if (most !== undefined) return `at most ${number(most)} ${unit}`
  return times === undefined ? '' : `ratio at most ${times}`
}

function verdict({ least, most, times }, figure, ratio) {
  if (least !== undefined) return figure >= least ? 'yes' : 'NO'
  if (most !== undefined) return figure <= most ? 'yes' : 'NO'
  return times === undefined ? '' : ratio <= times ? 'yes' : 'NO'
}
