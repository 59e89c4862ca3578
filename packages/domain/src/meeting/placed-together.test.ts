import { ways, type Way } from './participation'
import { type ApartLevel } from '../family/kept-apart'
import { describe, expect, it } from 'vitest'
import { isPresent, mayBePlaced, mayMeet, meetingShape, onSite, presenceIn, type MeetingShape } from './placed-together'

const table: [ApartLevel, Way, Way, 'refused' | MeetingShape][] = [
  ['room', 'inRoom', 'inRoom', 'refused'],
  ['room', 'secondRoom', 'secondRoom', 'refused'],
  ['room', 'inRoom', 'secondRoom', 'twoRooms'],
  ['room', 'inRoom', 'video', 'byVideo'],
  ['room', 'secondRoom', 'phone', 'byVideo'],
  ['room', 'inRoom', 'letter', 'viewsCarried'],
  ['room', 'video', 'video', 'together'],
  ['site', 'inRoom', 'inRoom', 'refused'],
  ['site', 'inRoom', 'secondRoom', 'refused'],
  ['site', 'inRoom', 'video', 'byVideo'],
  ['site', 'phone', 'video', 'together'],
  ['online', 'inRoom', 'inRoom', 'refused'],
  ['online', 'inRoom', 'video', 'refused'],
  ['online', 'video', 'phone', 'refused'],
  ['online', 'inRoom', 'spokenFor', 'viewsCarried'],
  ['online', 'letter', 'spokenFor', 'together'],
  ['knowing', 'inRoom', 'inRoom', 'refused'],
  ['knowing', 'inRoom', 'phone', 'refused'],
  ['knowing', 'phone', 'letter', 'viewsCarried'],
]

describe('the ways', () => {
  it('say who is there, and who is at the place', () => {
    expect(ways.filter(isPresent)).toEqual(['inRoom', 'secondRoom', 'video', 'phone'])
    expect(ways.filter(onSite)).toEqual(['inRoom', 'secondRoom'])
  })
})

/** Of a meeting of three hours: one is there for its beginning, the other for its end. */
const parts: [ApartLevel, Way, Way, number, number, boolean][] = [
  ['site', 'inRoom', 'inRoom', 60, 60, true],
  ['site', 'inRoom', 'secondRoom', 60, 75, false],
  ['room', 'inRoom', 'inRoom', 75, 60, false],
  ['room', 'inRoom', 'secondRoom', 75, 60, true],
  ['online', 'inRoom', 'inRoom', 60, 60, true],
  ['online', 'inRoom', 'video', 90, 90, true],
  ['online', 'inRoom', 'video', 90, 105, false],
  ['online', 'phone', 'video', 120, 60, true],
  ['knowing', 'phone', 'video', 15, 15, false],
  ['knowing', 'phone', 'letter', 15, 15, true],
]

describe('two people kept apart who are there for parts', () => {
  it.each(parts)('at level %s, %s and %s, the first %d and the last %d minutes: %s', (level, one, other, first, last, may) => {
    const placed = [
      { id: 'mum', how: one, part: { edge: 'beginning' as const, minutes: first } },
      { id: 'dad', how: other, part: { edge: 'end' as const, minutes: last } },
    ]
    expect(mayBePlaced(placed, [{ oneId: 'dad', otherId: 'mum', level }], 180).ok).toBe(may)
    expect(mayBePlaced(placed.toReversed(), [{ oneId: 'dad', otherId: 'mum', level }], 180).ok).toBe(may)
  })

  it('count as there for the whole while the meeting has no time, and when the part is all of it', () => {
    const part = { edge: 'end' as const, minutes: 60 }
    expect(presenceIn({ how: 'phone', part }, 180)).toEqual({ how: 'phone', fromMinute: 120, untilMinute: 180 })
    expect(presenceIn({ how: 'phone', part }, 60)).toEqual({ how: 'phone', fromMinute: 0, untilMinute: 60 })
    expect(presenceIn({ how: 'phone', part }, null)).toEqual({ how: 'phone', fromMinute: 0, untilMinute: Infinity })
    expect(
      mayMeet(
        'site',
        presenceIn({ how: 'inRoom', part }, null),
        presenceIn({ how: 'inRoom', part: { edge: 'beginning', minutes: 30 } }, null),
      ),
    ).toBe(false)
  })

  it('make the meeting staggered', () => {
    expect(
      meetingShape(
        [
          { id: 'a', how: 'inRoom' },
          { id: 'b', how: 'inRoom' },
        ],
        [{ oneId: 'a', otherId: 'b', level: 'site' }],
      ),
    ).toBe('staggered')
    expect(
      meetingShape(
        [
          { id: 'a', how: 'phone' },
          { id: 'b', how: 'video' },
        ],
        [{ oneId: 'a', otherId: 'b', level: 'online' }],
      ),
    ).toBe('staggered')
  })
})

describe('the shape of a meeting', () => {
  it('is what the strictest pair needs', () => {
    const placed = (['inRoom', 'inRoom', 'secondRoom', 'video', 'letter'] as const).map((how, i) => ({ id: String(i), how }))
    const pair = (otherId: string) => ({ oneId: '0', otherId, level: 'room' as const })
    expect(['1', '2', '3', '4'].map((_, i, all) => meetingShape(placed, all.slice(0, i + 1).map(pair)))).toEqual([
      'staggered',
      'twoRooms',
      'byVideo',
      'viewsCarried',
    ])
    expect(meetingShape(placed, [pair('1')], ['9'])).toBe('twoMeetings')
  })
})

describe('two people kept apart', () => {
  it.each(table)('at level %s, %s and %s: %s', (level, one, other, answer) => {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      const placed = [
        { id: 'mum', how: a },
        { id: 'dad', how: b },
        { id: 'gran', how: 'inRoom' as const },
      ]
      const pairs = [{ oneId: 'dad', otherId: 'mum', level }]
      expect(mayBePlaced(placed, pairs)).toEqual(answer === 'refused' ? { ok: false, oneId: 'dad', otherId: 'mum', level } : { ok: true })
      if (answer !== 'refused') expect(meetingShape(placed, pairs)).toBe(answer)
    }
  })

  it('are not found together by a level that is stricter and yet allows more', () => {
    const levels: ApartLevel[] = ['room', 'site', 'online', 'knowing']
    const allowed = levels.map((level) =>
      ways.flatMap((a) =>
        ways.map(
          (b) =>
            mayBePlaced(
              [
                { id: '1', how: a },
                { id: '2', how: b },
              ],
              [{ oneId: '1', otherId: '2', level }],
            ).ok,
        ),
      ),
    )
    for (let i = 1; i < levels.length; i++) allowed[i]!.forEach((ok, at) => expect(!ok || allowed[i - 1]![at]).toBe(true))
  })

  it('may both be named in a pair with somebody who has no part in the meeting', () => {
    expect(mayBePlaced([{ id: 'mum', how: 'inRoom' }], [{ oneId: 'mum', otherId: 'dad', level: 'knowing' }])).toEqual({ ok: true })
  })

  it('are refused by any of their rows, and by either of two ways listed for one person', () => {
    const pairs = [
      { oneId: 'mum', otherId: 'dad', level: 'room' as const },
      { oneId: 'mum', otherId: 'dad', level: 'online' as const },
    ]
    expect(
      mayBePlaced(
        [
          { id: 'mum', how: 'inRoom' },
          { id: 'dad', how: 'video' },
        ],
        pairs,
      ),
    ).toMatchObject({ level: 'online' })
    const twice = [
      { id: 'mum', how: 'inRoom' as const },
      { id: 'dad', how: 'letter' as const },
      { id: 'dad', how: 'inRoom' as const },
    ]
    expect(mayBePlaced(twice, pairs)).toMatchObject({ ok: false, level: 'room' })
  })
})
