import { expect } from 'vitest'
import { SimulatedClock } from './clock'
import { SimulatedDevice } from './device'
import { SimulatedNetwork } from './network'
import { SimulatedServer } from './server'
import { Tally } from './tally'
import { Writer } from './writer'

/** A server, and people who write one post on it. */
export class World {
  readonly clock: SimulatedClock
  readonly server: SimulatedServer
  readonly writers: Writer[] = []

  constructor(
    seed = 1,
    readonly tally = new Tally(),
  ) {
    this.clock = new SimulatedClock(seed)
    this.server = new SimulatedServer(this.clock, tally)
  }

  writer(name: string): Writer {
    const network = new SimulatedNetwork(this.clock, this.server, name)
    return this.joined(new Writer(name, this.server, new SimulatedDevice(this.clock, network))).opens()
  }

  anotherTabOf({ name, device }: Writer): Writer {
    return this.joined(new Writer(`${name}-beside`, this.server, device)).opensAs(name)
  }

  private joined(writer: Writer): Writer {
    this.writers.push(writer)
    return writer
  }

  pass(milliseconds: number): Promise<void> {
    return this.clock.pass(milliseconds)
  }

  /** Until all messages have arrived and everyone says that all is saved. */
  settles(): Promise<void> {
    return this.until(() => this.quiet)
  }

  /** The same for one writer only. */
  settlesWith(writer: Writer): Promise<void> {
    return this.until(() => this.isSettled(writer))
  }

  private async until(calm: () => boolean): Promise<void> {
    for (let waited = 0; waited < 300; waited++) {
      const quiet = calm()
      await this.pass(500)
      if (quiet && calm()) return
    }
    throw new Error(`It does not settle: ${this.writers.map((one) => this.describe(one)).join('; ')}`)
  }

  everyone(): { sees(text: string): void } {
    return {
      sees: (text) => {
        expect(this.server.post.text().toString()).toBe(text)
        for (const writer of this.open) expect(writer.text, writer.name).toBe(text)
      },
    }
  }

  private get open(): Writer[] {
    return this.writers.filter((writer) => writer.isOpen)
  }

  private get quiet(): boolean {
    return this.open.every((writer) => this.isSettled(writer) && writer.device.records.size === 0)
  }

  private isSettled(writer: Writer): boolean {
    const calm = writer.status?.kind === 'saved' || writer.status?.kind === 'synced'
    return calm && !writer.unsaved && writer.text === this.server.post.text().toString()
  }

  private describe(writer: Writer): string {
    const { name, status, text, device } = writer
    return JSON.stringify({
      name,
      status,
      text,
      log: this.server.post.text().toString(),
      kept: [...device.records.values()],
    })
  }
}

/** The commonest world: two people who have the same post open. */
export function two(): { world: World; first: Writer; second: Writer } {
  const world = new World()
  return { world, first: world.writer('first'), second: world.writer('second') }
}
