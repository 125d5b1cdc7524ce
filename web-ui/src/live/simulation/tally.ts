/** Whatever a schedule is there to put people through. */
export const FAULTS = [
  'slow message',
  'lost request',
  'lost answer',
  'doubled request',
  'overtaken request',
  'repeated submission',
  'late revision',
  'doubled revision',
  'gap',
  'catch-up',
  'catch-up by pages',
  'old base',
  'busy',
  'recorded yet busy',
  'lost line',
  'lost network',
  'restart',
  'crash',
] as const

export type Fault = (typeof FAULTS)[number]

/** Counts what befell people, so that a schedule can't stop exercising something without a word. */
export class Tally {
  private readonly counts = new Map<Fault, number>()

  saw(fault: Fault): void {
    this.counts.set(fault, this.of(fault) + 1)
  }

  of(fault: Fault): number {
    return this.counts.get(fault) ?? 0
  }
}
