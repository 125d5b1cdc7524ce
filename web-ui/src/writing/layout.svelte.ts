export type Shown = 'write' | 'both' | 'preview'

const key = 'lookback.shown'
const choices: readonly Shown[] = ['write', 'both', 'preview']

/** Which halves of the writing screen are shown, remembered on this device. */
class Layout {
  shown: Shown = $state(choices.find((choice) => choice === localStorage.getItem(key)) ?? 'both')

  show(shown: Shown) {
    this.shown = shown
    localStorage.setItem(key, shown)
  }
}

export const layout = new Layout()
