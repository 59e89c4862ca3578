import { describe, expect, it } from 'vitest'
import type { Need, Way } from '../meeting/participation'
import type { AvailabilityRule } from '../availability/availability-rule'
import { rankedTimes } from './ranked-times'
import type { RoomOffered, TimeAsk } from './time-ask'
import type { TimePerson } from './time-person'

const zone = 'Europe/London'
const none = new Map<string, never[]>()
/** One Monday in May, two hours. */
const ask: TimeAsk = {
  fromDate: '2026-05-04',
  untilDate: '2026-05-04',
  zone,
  minutes: 120,
  earliest: '09:00',
  latest: '18:00',
  noticeUntil: 0,
  nowMs: Date.UTC(2026, 3, 1),
}
const week = (start: string, end: string, how: Way[] = ['inRoom']): AvailabilityRule => ({
  kind: 'ordinaryWeek',
  weekdays: [1, 2, 3, 4, 5],
  start,
  end,
  zone,
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
const room = (id: string, rest: Partial<RoomOffered> = {}): RoomOffered => ({
  id,
  capacity: 10,
  stepFree: true,
  twoWaysOut: true,
  busy: [],
  ...rest,
})
const at = (hour: number) => Date.UTC(2026, 4, 4, hour - 1)
const mum = person('mum', 'must', [week('09:00', '18:00')])
const top = (change: Partial<TimeAsk>, people: TimePerson[], pairs: Parameters<typeof rankedTimes>[2] = []) =>
  rankedTimes({ ...ask, ...change }, people, pairs, none)[0]

describe('places and rooms', () => {
  it.each<[string, RoomOffered[], Partial<TimeAsk>, object | undefined]>([
    [
      'the smallest room that holds them',
      [room('big'), room('small', { capacity: 2 })],
      {},
      { roomId: 'small', startWall: '2026-05-04T09:00' },
    ],
    ['a larger one where more come', [room('big'), room('small', { capacity: 0 })], {}, { roomId: 'big' }],
    [
      'when it is free for the whole meeting',
      [room('hall', { busy: [{ startMs: at(10), endMs: at(12) - 1 }] })],
      {},
      { roomId: 'hall', startWall: '2026-05-04T12:00' },
    ],
    [
      'step-free, when that is needed',
      [room('attic', { capacity: 1, stepFree: false }), room('hall')],
      { roomNeeds: { stepFree: true, twoWaysOut: false, secondRoom: false } },
      { roomId: 'hall' },
    ],
    [
      'with two ways out, when that is needed',
      [room('cell', { capacity: 1, twoWaysOut: false }), room('hall')],
      { roomNeeds: { stepFree: false, twoWaysOut: true, secondRoom: false } },
      { roomId: 'hall' },
    ],
    [
      'with a second room, when that is asked for',
      [room('a', { capacity: 1 }), room('b', { capacity: 2, twoWaysOut: false })],
      { roomNeeds: { stepFree: false, twoWaysOut: true, secondRoom: true } },
      { roomId: 'a', secondRoomId: 'b' },
    ],
    ['none, without a second room', [room('a')], { roomNeeds: { stepFree: false, twoWaysOut: false, secondRoom: true } }, undefined],
    ['none, when no room holds them', [room('a', { capacity: 0 })], {}, undefined],
    ['none, at a place without rooms', [], {}, undefined],
  ])('%s', (_, rooms, change, expected) => {
    const found = top({ places: [{ id: 'hub', rooms }], ...change }, [mum])
    if (expected) expect(found).toMatchObject({ placeId: 'hub', ...expected })
    else expect(found).toBeUndefined()
  })

  it('takes the earlier place of the list when nothing else tells them apart, and a later one that is better', () => {
    const places = [
      { id: 'first', rooms: [room('a')] },
      { id: 'second', rooms: [room('b')] },
    ]
    expect(top({ places }, [mum])).toMatchObject({ placeId: 'first' })
    const far = person('gran', 'hoped', [week('09:00', '12:00')], { travel: { first: 60, second: 5 } })
    expect(top({ places, latest: '12:00' }, [mum, far])).toMatchObject({
      placeId: 'second',
      startWall: '2026-05-04T09:15',
      comes: [{ id: 'mum' }, { id: 'gran' }],
    })
  })

  it('reckons with the way there and back, in whole quarter hours, and not for a screen', () => {
    const places = [{ id: 'hub', rooms: [room('a')] }]
    const dad = (how: Way) => person('dad', 'must', [week('10:00', '13:00', [how])], { travel: { hub: 20 } })
    expect(top({ places }, [dad('inRoom')])).toMatchObject({ startWall: '2026-05-04T10:30' })
    expect(top({ places }, [dad('video')])).toMatchObject({ startWall: '2026-05-04T10:00' })
    expect(top({}, [dad('inRoom')])).toMatchObject({ startWall: '2026-05-04T10:00', placeId: null, roomId: null })
  })

  it('sees the way home past midnight of the last day', () => {
    const places = [{ id: 'hub', rooms: [room('a')] }]
    const everyDay: AvailabilityRule = {
      kind: 'ordinaryWeek',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      start: '00:00',
      end: '24:00',
      zone,
      how: ['inRoom'],
      preference: 'possible',
    }
    const late = { places, earliest: '22:00', latest: '24:00' }
    expect(top(late, [person('dad', 'must', [everyDay], { travel: { hub: 45 } })])).toMatchObject({ startWall: '2026-05-04T22:00' })
    expect(top(late, [person('dad', 'must', [{ ...everyDay, weekdays: [1] }], { travel: { hub: 45 } })])).toBeUndefined()
  })

  it('gives the second room to one of two who may not be in one room', () => {
    const pairs = [{ oneId: 'dad', otherId: 'mum', level: 'room' as const }]
    const dad = person('dad', 'must', [week('09:00', '18:00', ['inRoom', 'phone'])])
    expect(top({ places: [{ id: 'hub', rooms: [room('a'), room('b')] }] }, [mum, dad], pairs)).toMatchObject({
      shape: 'twoRooms',
      comes: [
        { id: 'dad', how: 'inRoom' },
        { id: 'mum', how: 'secondRoom' },
      ],
      roomId: 'a',
      secondRoomId: 'b',
    })
    expect(top({ places: [{ id: 'hub', rooms: [room('a')] }] }, [mum, dad], pairs)).toMatchObject({
      shape: 'byVideo',
      comes: [
        { id: 'dad', how: 'phone' },
        { id: 'mum', how: 'inRoom' },
      ],
    })
  })
})

describe('parts, companions and time off', () => {
  it('asks somebody to be free for their part only, and lets parts follow each other at one place with an hour between', () => {
    const early = person('dad', 'must', [week('10:00', '10:30')], { part: { edge: 'beginning', minutes: 30 } })
    const late = person('step', 'must', [week('11:30', '12:00')], { part: { edge: 'end', minutes: 30 } })
    expect(top({}, [early, late], [{ oneId: 'dad', otherId: 'step', level: 'site' }])).toMatchObject({
      startWall: '2026-05-04T10:00',
      shape: 'staggered',
      comes: [{ id: 'dad' }, { id: 'step' }],
    })
    expect(
      top({ minutes: 105 }, [early, { ...late, rules: [week('11:15', '11:45')] }], [{ oneId: 'dad', otherId: 'step', level: 'site' }]),
    ).toMatchObject({ comes: [{ id: 'dad' }], leftOut: [{ id: 'step', why: 'keptApart' }] })
  })

  it('keeps one who comes with somebody else to the times of both', () => {
    const aunt = person('aunt', 'must', [week('09:00', '18:00', ['inRoom', 'letter'])], { comesWith: 'ines' })
    expect(top({}, [aunt, mum, person('ines', 'welcome', [week('14:00', '16:00')])])).toMatchObject({ startWall: '2026-05-04T14:00' })
    expect(top({}, [aunt, mum])).toMatchObject({ comes: [{ id: 'aunt', how: 'letter' }, { id: 'mum' }] })
    expect(top({}, [{ ...aunt, rules: [week('09:00', '18:00')] }, mum])).toMatchObject({
      leftOut: [{ id: 'aunt', why: 'companionNotFree' }],
    })
  })

  it('says by when to ask for time off, and would rather that nobody had to', () => {
    const dad = person('dad', 'must', [{ ...week('09:00', '12:00'), timeOff: { noticeDays: 14 } } as AvailabilityRule])
    expect(top({}, [dad])).toMatchObject({ comes: [{ id: 'dad', how: 'inRoom', askBy: '2026-04-20' }] })
    expect(top({ nowMs: Date.UTC(2026, 3, 21) }, [dad])).toBeUndefined()
    const both = person('dad', 'must', [
      { ...dad.rules[0]!, weekdays: [1] } as AvailabilityRule,
      { ...week('15:00', '17:00'), weekdays: [2] } as AvailabilityRule,
    ])
    expect(rankedTimes({ ...ask, untilDate: '2026-05-05' }, [both], [], none)).toMatchObject([
      { startWall: '2026-05-05T15:00', better: 'timeOff' },
      { startWall: '2026-05-04T09:00' },
    ])
  })

  it('is no time for workers alone', () => {
    const priya = person('priya', 'must', [week('09:00', '18:00')], { worker: true })
    expect(top({}, [priya])).toBeUndefined()
    expect(top({}, [priya, person('mum', 'must', [week('14:00', '16:00')])])).toMatchObject({ startWall: '2026-05-04T14:00' })
  })
})

describe('the days and hours of an ask', () => {
  it('leaves out days off and school hours, to the minute', () => {
    const days = { untilDate: '2026-05-06', daysOff: ['2026-05-04'], schoolHours: { days: ['2026-05-05'], start: '08:45', end: '15:10' } }
    expect(rankedTimes({ ...ask, ...days }, [mum], [], none).map(({ startWall }) => startWall)).toEqual([
      '2026-05-05T15:15',
      '2026-05-06T09:00',
    ])
  })

  it('allows a meeting that ends when school begins', () => {
    const schoolHours = { days: ['2026-05-04'], start: '11:00', end: '17:00' }
    expect(rankedTimes({ ...ask, schoolHours }, [mum], [], none).map(({ startWall }) => startWall)).toEqual(['2026-05-04T09:00'])
  })
})

describe('a second meeting', () => {
  const pairs = [{ oneId: 'dad', otherId: 'step', level: 'knowing' as const }]
  const helen = person('helen', 'must', [week('09:00', '18:00')], { worker: true })
  const dad = person('dad', 'must', [week('09:00', '18:00')])

  it('is the first time, an hour away, at which the one who is kept out can come with a worker who must be there', () => {
    const step = person('step', 'hoped', [week('09:00', '18:00')])
    expect(top({}, [helen, dad, step], pairs)).toMatchObject({
      startWall: '2026-05-04T09:00',
      shape: 'twoMeetings',
      secondMeeting: { startWall: '2026-05-04T12:00', endWall: '2026-05-04T14:00', ids: ['helen', 'step'] },
    })
  })

  it('is none when they can never come together', () => {
    const step = person('step', 'hoped', [week('09:00', '12:00')])
    expect(top({}, [helen, dad, step], pairs)?.secondMeeting).toBeUndefined()
    expect(top({}, [dad, person('step', 'hoped', [week('09:00', '18:00')])], pairs)?.secondMeeting).toBeUndefined()
  })
})
