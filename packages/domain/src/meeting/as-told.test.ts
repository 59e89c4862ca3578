import { describe, expect, it } from 'vitest'
import { asTold, howMuchIsTold, type Told } from './as-told'
import { meetingKinds, stages, type MeetingKind, type Stage } from './stages'

const day = (date: number) => new Date(Date.UTC(2026, 2, date))

describe('how much of a meeting somebody was told', () => {
  const table: [string, MeetingKind, Stage, number | null, number | null, Told][] = [
    ['being prepared', 'conference', 'preparing', null, null, 'preparing'],
    ['ended before it had a time', 'conference', 'ended', null, null, 'all'],
    ['booked, and nobody told', 'conference', 'booked', 10, null, 'preparing'],
    ['told on the day of the booking', 'conference', 'booked', 10, 10, 'all'],
    ['told later', 'conference', 'booked', 10, 11, 'all'],
    ['told, and booked again', 'conference', 'booked', 12, 11, 'preparing'],
    ['a review that nobody told of', 'review', 'booked', 10, null, 'nothing'],
    ['a review, told of', 'review', 'booked', 10, 11, 'all'],
    ['a review, told of and booked again', 'review', 'booked', 12, 11, 'preparing'],
  ]
  it.each(table)('%s', (_name, kind, stage, bookedOn, toldOn, told) =>
    expect(howMuchIsTold({ kind, stage, bookedAt: bookedOn === null ? null : day(bookedOn) }, toldOn === null ? null : day(toldOn))).toBe(
      told,
    ),
  )

  it.each(meetingKinds)('no stage of a %s tells of itself', (kind) => {
    for (const toldAt of [null, day(9), day(11)]) {
      const told = stages.map((stage) => howMuchIsTold({ kind, stage, bookedAt: day(10) }, toldAt))
      expect(new Set(told).size).toBe(1)
    }
  })
})

describe('a meeting as somebody was told of it', () => {
  const whole = {
    stage: 'ended',
    startWall: '2026-03-21T10:00',
    endWall: '2026-03-21T13:00',
    place: 'Willow Hub',
    arriveAt: '09:40',
    version: 3,
    answeredBefore: true,
    anotherDayAsked: true,
    ways: ['video'],
    others: ['Gran'],
    plans: ['plan'],
    room: 'room',
    ending: 'plan',
    nextStep: 'We meet again.',
  } as const
  const asIs = { ...whole, ways: [...whole.ways], others: [...whole.others], plans: [...whole.plans] }

  it('is whole for whom was told', () => expect(asTold('all', asIs)).toEqual(asIs))

  it.each(['preparing', 'nothing'] as const)('is as before there was a time for whom knows of it as %s', (told) =>
    expect(asTold(told, { ...asIs, zone: 'Europe/London' })).toEqual({
      zone: 'Europe/London',
      stage: 'preparing',
      startWall: null,
      endWall: null,
      place: null,
      arriveAt: null,
      version: 0,
      answeredBefore: false,
      anotherDayAsked: false,
      ways: [],
      others: [],
      plans: [],
      room: null,
      ending: null,
      nextStep: null,
    }),
  )

  it('masks each part alike, asked for alone', () => {
    for (const [name, value] of Object.entries(asIs)) {
      expect(asTold('all', { [name]: value })).toEqual({ [name]: value })
      expect(asTold('preparing', { [name]: value }), name).not.toEqual({ [name]: value })
    }
  })
})
