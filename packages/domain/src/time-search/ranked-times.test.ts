import type { PairApart } from '../family/kept-apart'
import { type Way, type Need } from '../meeting/participation'
import { describe, expect, it } from 'vitest'
import type { AvailabilityRule, Preference } from '../availability/availability-rule'
import { proposalAt, rankedTimes } from './ranked-times'
import type { Proposal } from './ranked-times'
import type { TimeAsk } from './time-ask'
import type { TimePerson } from './time-person'

const london = 'Europe/London'
const nobodyBusy = new Map<string, never[]>()
const utc = (text: string): number => Date.parse(`${text}Z`)

/** A week in May from Monday the 4th, two hours, by day. */
const ask: TimeAsk = {
  fromDate: '2026-05-04',
  untilDate: '2026-05-10',
  zone: london,
  minutes: 120,
  earliest: '09:00',
  latest: '20:00',
  noticeUntil: 0,
  nowMs: 0,
  most: 6,
}

type Offer = { days: number[]; how?: Way[]; preference?: Preference; start?: string; end?: string }
const offers = (...given: Offer[]): AvailabilityRule[] =>
  given.map(({ days, how = ['inRoom'], preference = 'possible', start = '10:00', end = '12:00' }) => ({
    kind: 'ordinaryWeek',
    weekdays: days,
    start,
    end,
    zone: london,
    how,
    preference,
  }))
const person = (id: string, need: Need, rules: AvailabilityRule[], side?: string): TimePerson => ({
  id,
  need,
  rules,
  answered: true,
  sides: side ? [{ childId: 'ella', side }] : [],
})
const days = (...weekdays: number[]) => offers({ days: weekdays })
const starts = (proposals: Proposal[]): string[] => proposals.map(({ startWall }) => startWall.slice(5))

describe('which of two days is better', () => {
  const anchor = person('mum', 'must', days(1, 2), 'mother')
  it.each<[string, TimePerson[], string]>([
    [
      'one more who must be there, before everybody else',
      [person('dad', 'must', days(2)), person('teacher', 'askedByChild', days(1)), person('gran', 'hoped', days(1))],
      'must',
    ],
    [
      'one more the child asked for, before both sides',
      [person('teacher', 'askedByChild', days(2)), person('dad', 'hoped', days(1), 'father')],
      'askedByChild',
    ],
    [
      'both sides of the family, before one more who is hoped for',
      [person('dad', 'hoped', days(2), 'father'), person('gran', 'hoped', days(1)), person('aunt', 'hoped', days(1))],
      'bothSides',
    ],
    [
      'one more who is hoped for, before how',
      [
        person('gran', 'hoped', offers({ days: [2], how: ['phone'] })),
        person('dad', 'must', offers({ days: [1] }, { days: [2], how: ['phone'] })),
      ],
      'hoped',
    ],
    [
      'nearer, before one more who is welcome',
      [person('dad', 'must', offers({ days: [1], how: ['video'] }, { days: [2] })), person('neighbour', 'welcome', days(1))],
      'how',
    ],
    [
      'one more who is welcome, before what people like',
      [
        person('neighbour', 'welcome', offers({ days: [2] })),
        person('dad', 'must', offers({ days: [1], preference: 'better' }, { days: [2] })),
      ],
      'welcome',
    ],
    [
      'what people like, before sooner',
      [person('dad', 'must', offers({ days: [1], preference: 'lastResort' }, { days: [2] }))],
      'preference',
    ],
  ])('%s', (_, others, criterion) => {
    const [first, second] = rankedTimes(ask, [anchor, ...others], [], nobodyBusy)
    expect(first).toMatchObject({ startWall: '2026-05-05T10:00', better: criterion })
    expect(second).toMatchObject({ startWall: '2026-05-04T10:00' })
  })

  it('is the sooner when nothing else tells them apart', () => {
    expect(rankedTimes(ask, [anchor], [], nobodyBusy)).toMatchObject([
      { startWall: '2026-05-04T10:00', better: 'sooner' },
      { startWall: '2026-05-05T10:00' },
    ])
  })

  it('does not count a letter as being there, and yet likes it better than nothing', () => {
    const letter = person('dad', 'must', offers({ days: [2], how: ['letter'] }))
    const [first] = rankedTimes(ask, [anchor, letter], [], nobodyBusy)
    expect(first).toMatchObject({
      startWall: '2026-05-05T10:00',
      better: 'how',
      comes: [
        { id: 'dad', how: 'letter' },
        { id: 'mum', how: 'inRoom' },
      ],
    })
    expect(first?.standing[0]).toBe(1)
  })
})

describe('a proposal', () => {
  it('says when on the wall and as an instant, who comes and how, who does not and why', () => {
    const people = [
      person('mum', 'must', days(3)),
      person('dad', 'must', offers({ days: [3], how: ['phone', 'video'] })),
      person('gran', 'hoped', days(4)),
      { ...person('uncle', 'hoped', days(3)), answered: false },
    ]
    expect(rankedTimes(ask, people, [], nobodyBusy)[0]).toMatchObject({
      startMs: utc('2026-05-06T09:00'),
      endMs: utc('2026-05-06T11:00'),
      startWall: '2026-05-06T10:00',
      endWall: '2026-05-06T12:00',
      zone: london,
      shape: 'together',
      comes: [
        { id: 'dad', how: 'video' },
        { id: 'mum', how: 'inRoom' },
      ],
      leftOut: [
        { id: 'gran', why: 'notFree' },
        { id: 'uncle', why: 'noAnswerYet' },
      ],
    })
  })

  it('stays within the hours, weekdays, dates and notice that were asked for', () => {
    const open = [person('mum', 'must', offers({ days: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '24:00' }))]
    expect(starts(rankedTimes({ ...ask, weekdays: [2, 6] }, open, [], nobodyBusy))).toEqual(['05-05T09:00', '05-09T09:00'])
    expect(starts(rankedTimes({ ...ask, noticeUntil: utc('2026-05-09T16:50') }, open, [], nobodyBusy))).toEqual([
      '05-09T18:00',
      '05-10T09:00',
    ])
    expect(rankedTimes({ ...ask, latest: '10:45' }, open, [], nobodyBusy)).toEqual([])
    expect(rankedTimes(ask, [], [], nobodyBusy)).toEqual([])
  })

  it('is not offered while somebody is busy or away', () => {
    const mum = person('mum', 'must', [...days(1, 2, 3), { kind: 'cannot', from: '2026-05-05', until: '2026-05-05', zone: london }])
    const busy = new Map([['mum', [{ startMs: utc('2026-05-04T10:59'), endMs: utc('2026-05-04T11:30') }]]])
    expect(starts(rankedTimes(ask, [mum], [], busy))).toEqual(['05-06T10:00'])
  })

  it('lists an afternoon once for the same people, and again only for somebody new', () => {
    const mum = person('mum', 'must', offers({ days: [1], start: '09:00', end: '18:00' }))
    const gran = person('gran', 'hoped', offers({ days: [1], start: '15:00', end: '18:00' }))
    expect(starts(rankedTimes(ask, [mum], [], nobodyBusy))).toEqual(['05-04T09:00'])
    expect(starts(rankedTimes(ask, [mum, gran], [], nobodyBusy))).toEqual(['05-04T15:00', '05-04T09:00'])
  })

  it('lists the rest of a day when somebody has to go, though it is less', () => {
    const mum = person('mum', 'must', offers({ days: [1], start: '13:45', end: '20:00' }))
    const gran = person('gran', 'hoped', offers({ days: [1], start: '13:45', end: '17:45' }))
    expect(starts(rankedTimes(ask, [mum, gran], [], nobodyBusy))).toEqual(['05-04T13:45', '05-04T16:00'])
  })

  it('carries its figures in the order of the criteria', () => {
    const people = [
      person('mum', 'must', offers({ days: [1], preference: 'better' }), 'mother'),
      person('dad', 'must', offers({ days: [1], how: ['video'] }), 'father'),
      person('teacher', 'askedByChild', offers({ days: [1], how: ['phone'], preference: 'lastResort' })),
      person('gran', 'hoped', offers({ days: [1], how: ['spokenFor'], preference: 'better' })),
      person('neighbour', 'welcome', offers({ days: [1], how: ['letter'] })),
    ]
    expect(rankedTimes(ask, people, [], nobodyBusy)[0]?.standing).toEqual([2, 1, 1, 0, 15, 1, 0, 6, -utc('2026-05-04T09:00'), 0])
  })

  it('lists no more than were asked for', () => {
    const mum = person('mum', 'must', days(1, 2, 3, 4, 5))
    expect(rankedTimes({ ...ask, most: 3 }, [mum], [], nobodyBusy)).toHaveLength(3)
  })

  it('keeps listing a time that somebody who must be there cannot make, after all that have more of them', () => {
    const people = [person('mum', 'must', days(1, 5)), person('dad', 'must', days(5)), person('gran', 'askedByChild', days(1))]
    expect(starts(rankedTimes(ask, people, [], nobodyBusy))).toEqual(['05-08T10:00', '05-04T10:00'])
  })
})

describe('people kept apart', () => {
  const pair = (level: PairApart['level']): PairApart[] => [{ oneId: 'step', otherId: 'dad', level }]
  const dad = person('dad', 'must', offers({ days: [1], how: ['inRoom', 'video'] }))
  const top = (people: TimePerson[], pairs: PairApart[]) => rankedTimes(ask, people, pairs, nobodyBusy)[0]

  it.each<[string, Way[], Need, PairApart['level'], object]>([
    [
      'the less needed joins by video',
      ['inRoom', 'video'],
      'hoped',
      'room',
      {
        shape: 'byVideo',
        comes: [
          { id: 'dad', how: 'inRoom' },
          { id: 'step', how: 'video' },
        ],
      },
    ],
    [
      'the only one who can joins by video, whoever is needed more',
      ['inRoom'],
      'hoped',
      'site',
      {
        shape: 'byVideo',
        comes: [
          { id: 'dad', how: 'video' },
          { id: 'step', how: 'inRoom' },
        ],
      },
    ],
    [
      'one stays away where a screen is not apart enough',
      ['inRoom', 'video'],
      'welcome',
      'online',
      { shape: 'twoMeetings', comes: [{ id: 'dad', how: 'inRoom' }], leftOut: [{ id: 'step', why: 'keptApart' }] },
    ],
    [
      'views are carried where that is open',
      ['inRoom', 'letter'],
      'hoped',
      'online',
      {
        shape: 'viewsCarried',
        comes: [
          { id: 'dad', how: 'inRoom' },
          { id: 'step', how: 'letter' },
        ],
      },
    ],
    [
      'one stays away who must not know of the other',
      ['video'],
      'askedByChild',
      'knowing',
      { comes: [{ id: 'dad', how: 'inRoom' }], leftOut: [{ id: 'step', why: 'keptApart' }] },
    ],
  ])('%s', (_, how, need, level, expected) => {
    expect(top([dad, person('step', need, offers({ days: [1], how }))], pair(level))).toMatchObject(expected)
  })

  it.each<[Need, Need]>([
    ['must', 'askedByChild'],
    ['askedByChild', 'hoped'],
    ['hoped', 'welcome'],
  ])('%s is kept before %s', (more, less) => {
    const people = [person('a', less, days(1)), person('b', more, days(1))]
    expect(top(people, [{ oneId: 'a', otherId: 'b', level: 'room' }])).toMatchObject({
      comes: [{ id: 'b' }],
      leftOut: [{ id: 'a', why: 'keptApart' }],
    })
  })

  it('one who bars two equals stays away, and between two equals the order of ids decides', () => {
    const three = ['a', 'b', 'c'].map((id) => person(id, 'hoped', days(1)))
    expect(
      top(three, [
        { oneId: 'a', otherId: 'b', level: 'room' },
        { oneId: 'c', otherId: 'a', level: 'room' },
      ]),
    ).toMatchObject({ comes: [{ id: 'b' }, { id: 'c' }], leftOut: [{ id: 'a' }] })
    expect(top(three, [{ oneId: 'b', otherId: 'c', level: 'room' }])).toMatchObject({ comes: [{ id: 'a' }, { id: 'b' }] })
  })

  it('the fewest stay away where two bar three, twice over', () => {
    const names = ['1a', '1b', '1x', '1y', '1z', '2a', '2b', '2x', '2y', '2z']
    const barred = ['1', '2'].flatMap((n) =>
      ['a', 'b'].flatMap((a) => ['x', 'y', 'z'].map((b): PairApart => ({ oneId: n + a, otherId: n + b, level: 'online' }))),
    )
    const found = top(
      names.map((id) => person(id, 'must', days(1))),
      barred,
    )
    expect(found?.comes.map(({ id }) => id)).toEqual(['1x', '1y', '1z', '2x', '2y', '2z'])
  })

  it('says not free of somebody who could not have come anyway', () => {
    expect(top([dad, person('step', 'hoped', days(2))], pair('knowing'))).toMatchObject({ leftOut: [{ id: 'step', why: 'notFree' }] })
  })
})

describe('across zones and clock changes', () => {
  it('finds the hour in which London and an aunt in Sydney are both awake, week by week', () => {
    const aunt = person('aunt', 'must', [
      {
        kind: 'ordinaryWeek',
        weekdays: [6],
        start: '18:00',
        end: '21:00',
        zone: 'Australia/Sydney',
        how: ['video'],
        preference: 'possible',
      },
    ])
    const mum = person('mum', 'must', offers({ days: [6], start: '07:00', end: '20:00' }))
    const weeks = { ...ask, fromDate: '2026-03-21', untilDate: '2026-04-12', earliest: '07:00' }
    const both = rankedTimes(weeks, [aunt, mum], [], nobodyBusy).filter(({ comes }) => comes.length === 2)
    expect(both.map(({ startWall, startMs }) => [startWall, startMs])).toEqual([
      ['2026-03-21T07:00', utc('2026-03-21T07:00')],
      ['2026-03-28T07:00', utc('2026-03-28T07:00')],
      ['2026-04-04T08:00', utc('2026-04-04T07:00')],
      ['2026-04-11T09:00', utc('2026-04-11T08:00')],
    ])
  })

  it.each([
    ['2026-03-29', '00:00', '04:00', '2026-03-29T00:00', '2026-03-29T03:00'],
    ['2026-03-29', '01:30', '06:00', '2026-03-29T02:30', '2026-03-29T04:30'],
    ['2026-10-25', '00:30', '06:00', '2026-10-25T00:30', '2026-10-25T01:30'],
    ['2026-10-25', '01:30', '06:00', '2026-10-25T01:30', '2026-10-25T03:30'],
  ])('on %s between %s and %s two hours run from %s to %s on the wall', (date, earliest, latest, startWall, endWall) => {
    const mum = person('mum', 'must', offers({ days: [7], start: '00:00', end: '24:00' }))
    const night = { ...ask, fromDate: date, untilDate: date, earliest, latest }
    const [first] = rankedTimes(night, [mum], [], nobodyBusy)
    expect(first).toMatchObject({ startWall, endWall })
    expect(first!.endMs - first!.startMs).toBe(7_200_000)
  })
})

describe('a time picked by hand', () => {
  const people = [person('dad', 'must', offers({ days: [1], start: '00:00', end: '24:00' })), person('step', 'hoped', days(1))]
  const at = (start: string) => proposalAt(utc(start), null, ask, people, [{ oneId: 'dad', otherId: 'step', level: 'room' }], nobodyBusy)

  it('is told of exactly as in the list', () => {
    const [listed] = rankedTimes(ask, people, [{ oneId: 'dad', otherId: 'step', level: 'room' }], nobodyBusy)
    expect(at('2026-05-04T08:00')).toEqual(listed)
  })

  it('may lie outside the hours, and never brings a pair together', () => {
    expect(at('2026-05-04T04:15')).toMatchObject({ startWall: '2026-05-04T05:15', leftOut: [{ id: 'step', why: 'notFree' }] })
    expect(at('2026-05-04T09:00')).toMatchObject({ comes: [{ id: 'dad' }], leftOut: [{ id: 'step', why: 'keptApart' }] })
  })

  it.each(['2026-05-04T09:05', '2026-05-03T22:45', '2026-05-10T22:00', '2026-05-06T09:00'])('is none at %s', (start) =>
    expect(at(start)).toBeNull(),
  )
})

describe('an ask that nobody parsed', () => {
  it.each([
    { minutes: 100 },
    { minutes: 0 },
    { untilDate: '2026-05-03' },
    { untilDate: '2027-05-03' },
    { fromDate: '2026-02-31' },
    { zone: 'Mars/Base' },
  ])('throws at %j', (change) => {
    expect(() => rankedTimes({ ...ask, ...change }, [], [], nobodyBusy)).toThrow(RangeError)
  })
})
