import { describe, expect, it } from 'vitest'
import { searchTimes } from './search-times'
import type { TimePerson } from './time-person'

const zone = 'Europe/London'
const person = (id: string, start: string): TimePerson => ({
  id,
  need: 'must',
  answered: true,
  sides: [],
  rules: [{ kind: 'ordinaryWeek', weekdays: [1, 2, 3, 4, 5], start, end: '20:00', zone, how: ['inRoom'], preference: 'possible' }],
})
const sought = {
  ask: {
    fromDate: '2027-03-01',
    untilDate: '2027-03-14',
    zone,
    minutes: 120,
    earliest: '09:00',
    latest: '19:00',
    weekdays: [1, 2, 3, 4, 5],
    noticeUntil: 0,
    nowMs: Date.parse('2027-02-20T09:00:00Z'),
    daysOff: [],
  },
  people: [person('mum', '10:00'), person('dad', '12:00')],
  pairs: [],
  busy: new Map(),
} as const

describe('a search for times', () => {
  it('gives the best it has found when it may not go on', () => {
    const whole = searchTimes(sought)
    expect(whole.stopped).toBe(false)
    let steps = 0
    searchTimes(sought, () => ++steps > 0)
    expect(steps).toBeGreaterThan(100)
    for (let most = 0; most < steps; most += 7) {
      let taken = 0
      const some = searchTimes(sought, () => ++taken <= most)
      expect(some.stopped).toBe(true)
      expect(some.proposals.map(({ startWall }) => startWall)).toEqual(
        whole.proposals.slice(0, some.proposals.length).map(({ startWall }) => startWall),
      )
      expect(some.heat.length).toBeLessThanOrEqual(whole.heat.length)
    }
  })

  it('gives each part what it may take', () => {
    const { proposals, heat, stopped } = searchTimes(sought, (part) => part !== 'heat')
    expect({ proposals: proposals.length > 0, heat, stopped }).toEqual({ proposals: true, heat: [], stopped: true })
  })
})
