import { hire } from '../calls.mjs'
import { connection } from '../lookback.mjs'
import { syncs } from './disk.mjs'

const CONNECTIONS = [1, 16, 64]

/** What this machine's disk and PostgreSQL can do at all. Measured once in a run, when first asked for. */
export class Limits {
  #inserts = new Map()

  constructor(data, seconds) {
    Object.assign(this, { data, seconds })
  }

  get disk() {
    const took = syncs(this.data, 1000 * this.seconds)
    return { rate: (1000 * took.length) / took.reduce((sum, each) => sum + each, 0) }
  }

  async inserts(connections) {
    if (!this.#inserts.has(connections)) this.#inserts.set(connections, await this.#measured(connections))
    return this.#inserts.get(connections)
  }

  async #measured(connections) {
    const worker = hire('./limits/inserts.mjs')
    const rate = await worker.call('measure', { connection: connection(this.data), connections, seconds: this.seconds })
    worker.dismiss()
    return rate
  }
}

export async function limit({ report, limits }) {
  report.heading('limit: the disk and PostgreSQL')
  report.add('appends of 256 bytes with fdatasync', '/s', limits.disk.rate)
  for (const connections of CONNECTIONS)
    report.add(`durable inserts into PostgreSQL, connections: ${connections}`, '/s', await limits.inserts(connections))
}
