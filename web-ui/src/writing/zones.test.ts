import { describe, expect, it } from 'vitest'
import { isZone, meant, shown, told, zones } from './zones'

const at = (local: string, zone: string) => {
  const found = meant(local, zone)
  return found && `${found.at.toISOString().slice(0, 16)}Z ${found.comes}`
}

describe('a time on a clock somewhere', () => {
  it.each([
    ['2026-07-01T18:00', 'Europe/Berlin', '2026-07-01T16:00Z once'],
    ['2026-12-01T18:00', 'Europe/Berlin', '2026-12-01T17:00Z once'],
    ['2026-12-01T08:30', 'Asia/Tokyo', '2026-11-30T23:30Z once'],
    ['2026-12-01T05:30', 'Asia/Kolkata', '2026-12-01T00:00Z once'],
    ['2026-12-01T05:45', 'Asia/Kathmandu', '2026-12-01T00:00Z once'],
    ['2026-12-01T02:30', 'America/St_Johns', '2026-12-01T06:00Z once'],
    ['2027-01-01T12:00', 'Pacific/Apia', '2026-12-31T23:00Z once'],
    ['2026-12-31T23:59', 'Pacific/Kiritimati', '2026-12-31T09:59Z once'],
    ['2026-12-31T23:59', 'Pacific/Pago_Pago', '2027-01-01T10:59Z once'],
    ['2028-02-29T00:00', 'UTC', '2028-02-29T00:00Z once'],
  ])('%s in %s is %s', (local, zone, moment) => expect(at(local, zone)).toBe(moment))

  it.each([
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59Z once'],
    ['2026-03-29T02:00', 'Europe/Berlin', '2026-03-29T01:00Z never'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30Z never'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00Z once'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45Z never'],
    ['2026-10-04T02:30', 'Australia/Lord_Howe', '2026-10-03T15:30Z once'],
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00Z never'],
  ])('that never comes is later by what clocks go forward: %s in %s is %s', (local, zone, moment) =>
    expect(at(local, zone)).toBe(moment),
  )

  it.each([
    ['2026-10-25T01:59', 'Europe/Berlin', '2026-10-24T23:59Z once'],
    ['2026-10-25T02:00', 'Europe/Berlin', '2026-10-25T00:00Z twice'],
    ['2026-10-25T02:59', 'Europe/Berlin', '2026-10-25T00:59Z twice'],
    ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00Z once'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30Z twice'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45Z twice'],
  ])('that comes twice is the first: %s in %s is %s', (local, zone, moment) => expect(at(local, zone)).toBe(moment))

  it.each([
    ['', 'UTC'],
    ['tomorrow', 'UTC'],
    ['2026-13-01T00:00', 'UTC'],
    ['2026-12-01T00:00', 'Middle/Earth'],
    ['2026-12-01T00:00', ''],
  ])('that is none: "%s" in "%s"', (local, zone) => expect(meant(local, zone)).toBe(null))

  it('is shown again as it was chosen, all through the days on which clocks change', () => {
    for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Tokyo'])
      for (let quarter = 0; quarter < 366 * 96; quarter += 95) {
        const local = new Date(Date.UTC(2026, 0, 1) + quarter * 900_000).toISOString().slice(0, 16)
        const found = meant(local, zone)
        if (found?.comes !== 'never') expect(shown(found!.at, zone), zone).toBe(local)
        else expect(shown(found.at, zone) > local, `${local} in ${zone}`).toBe(true)
      }
  })
})

it('a moment is told with how far the clock is from UTC', () => {
  expect(told(new Date('2026-10-25T00:30Z'), 'Europe/Berlin')).toMatch(/^Sunday,? 25 October 2026 at 02:30 GMT\+2$/)
  expect(told(new Date('2026-10-25T01:30Z'), 'Europe/Berlin')).toMatch(/02:30 GMT\+1$/)
})

it('zones are one’s own, and each other one once', () => {
  const all = zones('Asia/Tokyo')
  expect(all[0]).toBe('Asia/Tokyo')
  expect(all).toContain('UTC')
  expect(new Set(all).size).toBe(all.length)
  expect(all.every(isZone)).toBe(true)
})
