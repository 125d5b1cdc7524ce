export type Shown = 'write' | 'both' | 'preview'

const choices: readonly Shown[] = ['write', 'both', 'preview']

/** How much of the width the source may have beside the page, in percent. */
export const SPLIT = { least: 20, even: 50, most: 80 }

/** Which parts of the writing screen are shown and how wide they are, remembered on this device. */
class Layout {
  shown: Shown = $state(choices.find((choice) => choice === recall('shown')) ?? 'both')
  /** The panel that is open beside the text, by its name; none when empty. */
  panel: string = $state(recall('panel'))
  split: number = $state(within(Number(recall('split') || SPLIT.even)))

  show(shown: Shown) {
    this.shown = shown
    remember('shown', shown)
  }

  open(panel: string) {
    this.panel = panel
    remember('panel', panel)
  }

  toggle(panel: string) {
    this.open(this.panel === panel ? '' : panel)
  }

  splitAt(percent: number) {
    this.split = within(percent)
    remember('split', String(this.split))
  }
}

function within(percent: number): number {
  if (!Number.isFinite(percent)) return SPLIT.even
  return Math.round(Math.min(SPLIT.most, Math.max(SPLIT.least, percent)))
}

const recall = (what: string) => localStorage.getItem(`lookback.${what}`) ?? ''
const remember = (what: string, value: string) => localStorage.setItem(`lookback.${what}`, value)

export const layout = new Layout()
