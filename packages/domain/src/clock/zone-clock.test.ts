import { describe, expect, it } from 'vitest'
import { dayMs, minuteOfTime } from './wall-time'
import { instantOf, offsetsOf } from './zone-clock'
import { instantOfWall, zoneOffsets } from './zone-offsets'

const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia', 'UTC']

describe('a zone’s clock without a calendar library', () => {
  it.each(zones)('shows what the calendar library shows, around every change 2025 to 2037: %s', (zone) => {
    const offsetAt = offsetsOf(zone)
    const { starts, offsets } = zoneOffsets(zone, Date.UTC(2025, 0, 1), Date.UTC(2038, 0, 1))
    starts.forEach((start, at) => {
      expect(offsetAt(start)).toBe(offsets[at])
      expect(offsetAt(start - 1)).toBe(offsets[at - 1] ?? offsets[at])
      expect(offsetAt(start + 36 * 3_600_000)).toBe(offsets[at])
    })
  })

  it.each<[string, string, string, string]>([
    ['once', '2027-06-01', '10:00', 'Europe/London'],
    ['skipped', '2027-03-28', '01:30', 'Europe/London'],
    ['twice', '2027-10-31', '01:30', 'Europe/London'],
    ['skipped by half an hour', '2027-10-03', '02:15', 'Australia/Lord_Howe'],
    ['the minute after a change', '2027-03-28', '02:00', 'Europe/London'],
    ['the minute before a change', '2027-10-31', '00:59', 'Europe/London'],
  ])('finds the instant of a wall time: %s', (_, date, time, zone) => {
    const wall = Date.parse(`${date}T00:00Z`) + minuteOfTime(time) * 60_000
    const known = instantOfWall(zone, date, time)
    const expected = known.code === 'once' ? known.ms : known.code === 'existsTwice' ? known.earlier : known.after
    expect(instantOf(offsetsOf(zone), wall)).toBe(expected)
  })

  it('knows dates long past, as old calendars have them', () =>
    expect(offsetsOf('Europe/London')(Date.UTC(1970, 0, 1) - 365 * dayMs)).toBe(3_600_000))

  it('refuses a zone it does not know', () => expect(() => offsetsOf('Europe/Atlantis')).toThrow(RangeError))
})
