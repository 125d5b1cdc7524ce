import { ChangeSet } from '@codemirror/state'
import { fair } from './network'
import type { Fault } from './tally'
import type { Writer } from './writer'
import type { World } from './world'

/** Longer than it takes to collect what was typed and to write it down. */
const WRITTEN_DOWN = 250

/** People who write, delete, lose their network and their tabs at random; each character is typed only once. */
export class Schedule {
  private typed = 0
  private readonly deleted = new Set<string>()
  /** What was typed or deleted right before a crash may be lost, but never doubled. */
  private readonly uncertain = new Set<string>()
  private readonly fresh = new Map<Writer, { at: number; characters: string }[]>()

  constructor(
    private readonly world: World,
    private readonly writers: readonly Writer[],
  ) {
    for (const writer of writers) writer.witness = ({ kind }) => this.saidOf(writer, kind)
  }

  async run(steps: number): Promise<void> {
    await this.happens(steps)
    this.calmsDown()
    await this.world.settles()
  }

  /** Everyone is away, with edits of their own, while someone else writes so many revisions. */
  async runWithLongAbsence(steps: number, revisions: number): Promise<void> {
    await this.happens(steps / 2)
    for (const writer of this.writers) writer.goesOffline()
    for (const writer of this.writers) this.types(writer)
    await this.world.pass(WRITTEN_DOWN)
    for (let sequence = 1; sequence <= revisions; sequence++) this.strangerTypes(sequence)
    await this.run(steps / 2)
  }

  private async happens(steps: number): Promise<void> {
    for (const writer of this.writers) if (this.below(3) === 0) this.weatherChanges(writer)
    for (let step = 0; step < steps; step++) {
      const writer = this.writers[this.below(this.writers.length)]
      if (writer) this.something(writer)
      await this.world.pass(this.below(150))
    }
  }

  private strangerTypes(sequence: number): void {
    const { post } = this.world.server
    const { length } = post.text()
    const changes = ChangeSet.of({ from: this.below(length + 1), insert: characterOf(this.typed++) }, length).toJSON()
    post.submitted('stranger', { client: 'stranger-1', sequence, base: post.revision, changes })
  }

  /** Whether a status lied, and about what. */
  readonly lies: string[] = []

  /** What is wrong with the text that all agreed on: characters lost, doubled, or back from the dead. */
  faults(text: string): string[] {
    const faults: string[] = []
    for (let number = 0; number < this.typed; number++) {
      const character = characterOf(number)
      const times = text.split(character).length - 1
      if (times > 1) faults.push(`${character} is there ${times} times`)
      if (this.uncertain.has(character)) continue
      if (times === 0 && !this.deleted.has(character)) faults.push(`${character} is lost`)
      if (times === 1 && this.deleted.has(character)) faults.push(`${character} is back`)
    }
    return faults
  }

  private saidOf(writer: Writer, kind: string): void {
    if (kind !== 'saved' && kind !== 'synced') return
    const { takenIn } = this.world.server.post
    for (const character of writer.text)
      if (!takenIn.has(character)) this.lies.push(`${writer.name} was told that ${character} is ${kind}`)
  }

  private something(writer: Writer): void {
    const dice = this.below(100)
    if (dice < 52) this.types(writer)
    else if (dice < 68) this.deletes(writer)
    else if (dice < 73) writer.selects(this.below(writer.text.length + 1), this.below(writer.text.length + 1))
    else if (dice < 77) this.networkChanges(writer, () => writer.goesOffline())
    else if (dice < 79) this.networkChanges(writer, () => writer.losesTheNetwork())
    else if (dice < 82) this.losesLines(writer)
    else if (dice < 85) this.crashes(writer)
    else if (dice < 88) writer.leaves().opens()
    else if (dice < 91) this.serverChanges()
    else if (dice < 93) this.world.server.viewBehind = this.below(4)
    else if (dice < 95) this.world.server.busy = this.below(2) * 0.6
    else if (dice < 96) writer.wakes()
    else this.weatherChanges(writer)
  }

  private types(writer: Writer): void {
    const at = this.below(3) > 0 ? writer.caret : this.below(writer.text.length + 1)
    let text = ''
    for (let count = 1 + this.below(3); count > 0; count--) text += characterOf(this.typed++)
    writer.types(text, at)
    this.remember(writer, text)
  }

  private deletes(writer: Writer): void {
    const from = this.below(writer.text.length + 1)
    const to = Math.min(writer.text.length, from + this.below(5))
    const gone = writer.text.slice(from, to)
    for (const character of gone) this.deleted.add(character)
    writer.deletes(from, to)
    this.remember(writer, gone)
  }

  private losesLines(writer: Writer): void {
    this.saw('lost line')
    writer.network.dropsLines()
  }

  private crashes(writer: Writer): void {
    this.saw('crash')
    const now = this.world.clock.time
    for (const { at, characters } of this.fresh.get(writer) ?? [])
      if (now - at < WRITTEN_DOWN) for (const character of characters) this.uncertain.add(character)
    writer.crashes().opens()
  }

  private networkChanges(writer: Writer, goes: () => void): void {
    if (!writer.network.online) return void writer.comesBack()
    this.saw('lost network')
    goes()
  }

  private serverChanges(): void {
    const { server } = this.world
    if (server.running) server.stops()
    else server.starts()
  }

  private weatherChanges(writer: Writer): void {
    const bad = () => (this.below(2) === 0 ? 0 : this.below(40) / 100)
    writer.network.weather = {
      delay: [5, 50, 400, 3000][this.below(4)] ?? 5,
      losesRequests: bad(),
      losesAnswers: bad(),
      doubles: bad(),
      shuffles: bad(),
    }
  }

  private calmsDown(): void {
    this.world.server.starts()
    this.world.server.viewBehind = 0
    this.world.server.busy = 0
    for (const writer of this.writers) {
      writer.network.weather = fair
      writer.comesBack()
    }
  }

  private remember(writer: Writer, characters: string): void {
    const all = this.fresh.get(writer) ?? []
    all.push({ at: this.world.clock.time, characters })
    this.fresh.set(writer, all)
  }

  private saw(fault: Fault): void {
    this.world.tally.saw(fault)
  }

  private below(bound: number): number {
    return this.world.clock.below(bound)
  }
}

/** Characters that a person would not type, one for each number. */
const characterOf = (number: number) => String.fromCharCode(0x4e00 + number)
