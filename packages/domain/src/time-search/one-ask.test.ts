import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needs, type Need, type Way } from '../meeting/participation'
import type { AvailabilityRule } from '../availability/availability-rule'
import { oneAsks } from './one-ask'
import { proposalAt, rankedTimes } from './ranked-times'
import type { TimeAsk } from './time-ask'
import type { TimePerson } from './time-person'

const london = 'Europe/London'
const none = new Map<string, never[]>()
/** Monday 4 to Friday 8 May, two hours. */
const ask: TimeAsk = {
  fromDate: '2026-05-04',
  untilDate: '2026-05-08',
  zone: london,
  minutes: 120,
  earliest: '10:00',
  latest: '18:00',
  noticeUntil: 0,
  nowMs: 0,
}
const week = (weekdays: number[], start = '10:00', end = '12:00', how: Way[] = ['inRoom']): AvailabilityRule => ({
  kind: 'ordinaryWeek',
  weekdays,
  start,
  end,
  zone: london,
  how,
  preference: 'possible',
})
const person = (id: string, need: Need, rules: AvailabilityRule[], rest: Partial<TimePerson> = {}): TimePerson => ({
  id,
  need,
  rules,
  answered: true,
  sides: [],
  ...rest,
})
const shown = (people: TimePerson[], pairs: Parameters<typeof oneAsks>[2] = [], most?: number) =>
  oneAsks(ask, people, pairs, none, most).map(
    ({ change, result }) =>
      (change.kind === 'free'
        ? `${change.id} free ${change.fromWall.slice(5)} to ${change.untilWall.slice(11)} (${change.minutes})`
        : `${change.id} ${change.edge} ${change.minutes}`) + ` -> ${result.startWall.slice(5)}`,
  )

describe('the one ask', () => {
  const mum = person('mum', 'must', [week([1, 2, 3, 4, 5], '10:00', '18:00')])

  it('asks for the stretch that is missing, of the one person who lacks it', () => {
    expect(shown([mum, person('dad', 'must', [week([4], '14:30', '16:00')])])).toEqual([
      'dad free 05-07T14:00 to 14:30 (30) -> 05-07T14:00',
    ])
  })

  it('asks nothing when the best time has everybody', () => {
    expect(shown([mum, person('dad', 'must', [week([4])])])).toEqual([])
  })

  it('asks a worker before the family, and gives each day and each person once', () => {
    const dad = person('dad', 'must', [week([4], '14:00', '15:45')])
    const priya = person('priya', 'must', [week([4], '14:00', '16:00'), week([5], '10:00', '11:15')], { worker: true })
    expect(shown([mum, dad, priya])).toEqual(['dad free 05-07T15:45 to 16:00 (15) -> 05-07T14:00'])
    const early = person('gran', 'must', [week([2, 4], '10:00', '11:45')])
    expect(
      shown([mum, early, person('priya', 'must', [week([2], '10:00', '12:00'), week([4], '10:00', '11:00')], { worker: true })]),
    ).toEqual(['gran free 05-05T11:45 to 12:00 (15) -> 05-05T10:00'])
  })

  it('lets a worker come for a part', () => {
    const priya = person('priya', 'must', [week([3], '10:00', '10:45')], { worker: true })
    expect(shown([mum, priya])).toEqual(['priya beginning 45 -> 05-06T10:00'])
    const twice = person('priya', 'must', [week([3], '10:00', '10:45'), week([3], '11:00', '12:00')], { worker: true })
    expect(shown([mum, twice])).toEqual(['priya free 05-06T10:45 to 11:00 (15) -> 05-06T10:00'])
    const short = person('priya', 'must', [week([3], '10:00', '10:15')], { worker: true })
    expect(shown([mum, short])).toEqual(['priya free 05-06T10:15 to 12:00 (105) -> 05-06T10:00'])
  })

  it('takes the person first by need and id, and the first part of the meeting, when nothing else tells two apart', () => {
    const late = (id: string) => person(id, 'hoped', [week([6])])
    expect(shown([late('bea'), mum, late('ann')])).toEqual([
      'ann free 05-04T10:00 to 12:00 (120) -> 05-04T10:00',
      'bea free 05-05T10:00 to 12:00 (120) -> 05-05T10:00',
    ])
    const byPhone = (start: string, end: string) => week([3], start, end, ['phone'])
    const priya = person('priya', 'must', [week([6]), byPhone('10:00', '10:45'), byPhone('11:15', '12:00')], { worker: true })
    expect(shown([mum, priya])).toEqual(['priya beginning 45 -> 05-06T10:00'])
  })

  it('sees a worker who comes for a part in the second meeting of somebody kept out, for their part as well', () => {
    const step = person('step', 'hoped', [week([1, 2, 3, 4, 5], '10:00', '18:00')])
    const priya = person('priya', 'must', [week([3, 5], '10:00', '10:45')], { worker: true })
    const pairs = [{ oneId: 'mum', otherId: 'step', level: 'knowing' as const }]
    const [first] = oneAsks(ask, [mum, step, priya], pairs, none)
    expect(first).toMatchObject({
      change: { kind: 'part', id: 'priya', minutes: 45 },
      result: { startWall: '2026-05-06T10:00', secondMeeting: { startWall: '2026-05-08T10:00', ids: ['priya', 'step'] } },
    })
    expect(
      proposalAt(first!.result.startMs, null, ask, [mum, step, { ...priya, part: { edge: 'beginning', minutes: 45 } }], pairs, none),
    ).toEqual(first!.result)
  })

  it('counts the time that somebody is asked for towards a second meeting too', () => {
    const places = [{ id: 'hub', rooms: [{ id: 'a', capacity: 9, stepFree: true, twoWaysOut: true, busy: [] }] }]
    const monday = { ...ask, untilDate: '2026-05-04', places }
    const step = person('step', 'hoped', [week([1], '10:00', '18:00')])
    const priya = (...rules: AvailabilityRule[]) =>
      person('priya', 'must', [week([1], '09:00', '12:30'), week([1], '12:45', '16:00'), ...rules], { worker: true, travel: { hub: 60 } })
    const pairs = [{ oneId: 'mum', otherId: 'step', level: 'knowing' as const }]
    const [first] = oneAsks(monday, [mum, step, priya()], pairs, none)
    expect(first).toMatchObject({
      change: { id: 'priya', fromWall: '2026-05-04T12:30', untilWall: '2026-05-04T12:45' },
      result: { startWall: '2026-05-04T10:00', secondMeeting: { startWall: '2026-05-04T13:00' } },
    })
    expect(proposalAt(first!.result.startMs, 'hub', monday, [mum, step, priya(week([1], '12:30', '12:45'))], pairs, none)).toEqual(
      first!.result,
    )
  })

  it('does not ask somebody whom a pair keeps out, nor one whose companion is not free', () => {
    const step = person('step', 'must', [week([1], '10:00', '18:00')])
    const dad = person('dad', 'must', [week([1], '10:00', '18:00')])
    expect(shown([dad, step], [{ oneId: 'dad', otherId: 'step', level: 'knowing' }])).toEqual([])
    const aunt = person('aunt', 'hoped', [week([1], '10:00', '18:00')], { comesWith: 'ines' })
    expect(shown([mum, aunt, person('ines', 'welcome', [week([6])])])).toEqual(['ines free 05-04T10:00 to 12:00 (120) -> 05-04T10:00'])
  })

  it('has no more than were asked for', () => {
    const people = [mum, ...['a', 'b', 'c', 'd'].map((id, i) => person(id, 'hoped', [week([i + 2])]))]
    expect(shown(people, [], 2)).toHaveLength(2)
  })

  it('is kept: with the change made the same start gives the same proposal, and the ranking nothing worse', () => {
    const some = fc.array(
      fc.record({
        need: fc.constantFrom(...needs),
        worker: fc.boolean(),
        rules: fc.array(
          fc.record({
            days: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 2 }),
            from: fc.integer({ min: 10, max: 15 }),
            hours: fc.integer({ min: 1, max: 3 }),
            how: fc.subarray<Way>(['inRoom', 'video', 'letter'], { minLength: 1 }),
          }),
          { maxLength: 2 },
        ),
        side: fc.constantFrom('mother', 'father'),
      }),
      { minLength: 2, maxLength: 5 },
    )
    let asked = 0
    fc.assert(
      fc.property(some, fc.boolean(), (rows, pair) => {
        const people = rows.map(({ need, worker, rules, side }, i) =>
          person(
            `p${i}`,
            need,
            rules.map(({ days, from, hours, how }) => week(days, `${from}:00`, `${from + hours}:00`, how)),
            { worker, sides: [{ childId: 'ella', side }] },
          ),
        )
        const pairs = pair ? [{ oneId: 'p0', otherId: 'p1', level: 'room' as const }] : []
        const [best] = rankedTimes(ask, people, pairs, none)
        for (const { change, result } of oneAsks(ask, people, pairs, none)) {
          asked++
          const changed = people.map((one): TimePerson => {
            if (one.id !== change.id) return one
            if (change.kind === 'part') return { ...one, part: { edge: change.edge, minutes: change.minutes } }
            const how =
              result.comes.find(({ id }) => id === one.id)!.how === 'video'
                ? (['inRoom', 'video'] as const).find((way) => one.rules.some((rule) => 'how' in rule && rule.how.includes(way)))!
                : 'inRoom'
            return {
              ...one,
              rules: [
                ...one.rules,
                {
                  kind: 'calendar',
                  from: change.fromWall.slice(0, 10),
                  until: change.fromWall.slice(0, 10),
                  start: change.fromWall.slice(11),
                  end: change.untilWall.slice(11),
                  zone: london,
                  how: [how],
                  preference: 'possible',
                  busy: [],
                },
              ],
            }
          })
          expect(proposalAt(result.startMs, result.placeId, ask, changed, pairs, none)).toEqual(result)
          const [now] = rankedTimes(ask, changed, pairs, none)
          const reach = (standing: readonly number[] | undefined) => standing?.slice(0, 4).join() ?? ''
          expect(reach(now?.standing) >= reach(result.standing)).toBe(true)
          expect(reach(result.standing) > reach(best?.standing)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
    expect(asked).toBeGreaterThan(50)
  }, 60_000)
})
