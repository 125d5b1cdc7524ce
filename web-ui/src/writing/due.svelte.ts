import { isZone, meant } from './zones'

const REMEMBERED = 'lookback.zone'

/** When an edition shall come, on the clock of a place that is remembered on this device. */
export class Due {
  readonly own = Intl.DateTimeFormat().resolvedOptions().timeZone
  /** As the field has it; empty for at once. */
  local = $state('')
  zone = $state(this.remembered())
  readonly meant = $derived(meant(this.local, this.zone))

  choose(zone: string) {
    this.zone = zone
    if (zone === this.own) localStorage.removeItem(REMEMBERED)
    else localStorage.setItem(REMEMBERED, zone)
  }

  private remembered(): string {
    const zone = localStorage.getItem(REMEMBERED) ?? ''
    return isZone(zone) ? zone : this.own
  }
}
