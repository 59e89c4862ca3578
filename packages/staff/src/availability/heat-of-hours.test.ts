import { describe, expect, it } from 'vitest'
import type { TimeAsk } from '@kinplan/domain/availability/time-ask'
import { heatOfHours } from './heat-of-hours'

const ask: TimeAsk = { fromDate: '2026-03-27', untilDate: '2026-03-30', zone: 'Europe/London', minutes: 120, earliest: '09:30', latest: '13:00', weekdays: [1, 5], noticeUntil: 0 }
const week = (start: string, end: string, zone = 'Europe/London') => ({ kind: 'ordinaryWeek' as const, weekdays: [1, 5], start, end, zone, how: ['phone' as const, 'inRoom' as const] })

describe('the heat of the hours', () => {
  it('shows the days asked for and the hours in which the whole meeting fits', () => {
    const heat = heatOfHours(ask, [])
    expect(heat.days).toEqual(['2026-03-27', '2026-03-30'])
    expect(heat.hours).toEqual([9, 10, 11])
  })

  it('takes the quarter of the hour at which most can come for the whole meeting, each in their nearest way', () => {
    const heat = heatOfHours(ask, [
      { name: 'Mum', rules: [week('09:45', '12:00')] },
      { name: 'Gran', rules: [week('09:00', '11:30')] },
    ])
    expect(heat.at('2026-03-27', 9)).toEqual({ time: '09:30', can: [{ name: 'Gran', how: 'inRoom' }], cannot: ['Mum'] })
    expect(heat.at('2026-03-27', 10).can).toEqual([{ name: 'Mum', how: 'inRoom' }])
    expect(heat.at('2026-03-27', 11).can).toEqual([])
  })

  it('keeps to the wall clock when the clocks change between two days', () => {
    const heat = heatOfHours(ask, [{ name: 'Aunt', rules: [week('10:00', '12:00', 'Africa/Accra')] }])
    expect(heat.at('2026-03-27', 10)).toMatchObject({ time: '10:00', can: [{ name: 'Aunt' }] })
    expect(heat.at('2026-03-30', 10).can).toEqual([])
    expect(heat.at('2026-03-30', 11)).toMatchObject({ time: '11:00', can: [{ name: 'Aunt' }] })
  })

  it('leaves out the days on which somebody cannot', () => {
    const heat = heatOfHours(ask, [{ name: 'Mum', rules: [week('09:00', '13:00'), { kind: 'cannot', from: '2026-03-30', until: '2026-03-30', zone: 'Europe/London' }] }])
    expect(heat.at('2026-03-27', 10).can).toHaveLength(1)
    expect(heat.at('2026-03-30', 10).cannot).toEqual(['Mum'])
  })
})
