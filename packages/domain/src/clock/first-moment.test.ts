import { describe, expect, it } from 'vitest'
import { endOfDay, firstMomentOfDay } from './first-moment'
import { wallOfInstant } from './zone-offsets'

describe('the first moment of a day', () => {
  it.each([
    ['in winter', 'Europe/London', '2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['in summer', 'Europe/London', '2026-07-15', '2026-07-14T23:00:00.000Z'],
    ['on a day of 23 hours', 'Europe/London', '2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['where the clock skips midnight', 'Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00.000Z'],
    ['where the clock goes from 23:30 to 00:30', 'America/Toronto', '1919-03-31', '1919-03-31T04:30:00.000Z'],
    ['where midnight comes twice: the first', 'America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['of a date that a zone left out', 'Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
  ])('%s', (_when, zone, date, moment) => {
    expect(new Date(firstMomentOfDay(zone, date)).toISOString()).toBe(moment)
  })

  it('is the end of the day before, and everything before it shows an earlier date', () => {
    for (const zone of ['Europe/London', 'Africa/Cairo', 'America/Havana', 'Asia/Beirut', 'Australia/Lord_Howe', 'Pacific/Auckland']) {
      for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
        const [before, date] = [day - 86_400_000, day].map((ms) => new Date(ms).toISOString().slice(0, 10)) as [string, string]
        const first = firstMomentOfDay(zone, date)
        expect(endOfDay(zone, before), `${zone} ${date}`).toBe(first)
        expect([wallOfInstant(zone, first - 1).date, wallOfInstant(zone, first).date], zone).toEqual([before, date])
      }
    }
  })
})
