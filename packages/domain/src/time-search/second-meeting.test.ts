import { describe, expect, it } from 'vitest'
import type { ApartLevel } from '../family/kept-apart'
import type { Need, Way } from '../meeting/participation'
import { rankedTimes } from './ranked-times'
import type { TimeAsk } from './time-ask'
import type { TimePerson } from './time-person'

const zone = 'Europe/London'
/** One Monday in May, two hours. */
const ask: TimeAsk = {
  fromDate: '2026-05-04',
  untilDate: '2026-05-04',
  zone,
  minutes: 120,
  earliest: '09:00',
  latest: '18:00',
  noticeUntil: 0,
  nowMs: 0,
}
const person = (id: string, need: Need, how: Way[] = ['inRoom'], rest: Partial<TimePerson> = {}): TimePerson => ({
  id,
  need,
  rules: [{ kind: 'ordinaryWeek', weekdays: [1], start: '09:00', end: '18:00', zone, how, preference: 'possible' }],
  answered: true,
  sides: [],
  ...rest,
})
const worker = (id: string): TimePerson => person(id, 'must', ['inRoom'], { worker: true })
const apart = (oneId: string, otherId: string, level: ApartLevel = 'knowing') => ({ oneId, otherId, level })
const second = (people: TimePerson[], pairs: Parameters<typeof rankedTimes>[2], change: Partial<TimeAsk> = {}) => {
  const [best] = rankedTimes({ ...ask, ...change }, people, pairs, new Map())
  expect(best).toMatchObject({ startWall: '2026-05-04T09:00', shape: 'twoMeetings' })
  return best!.secondMeeting
}

describe('a second meeting', () => {
  const dad = person('dad', 'must')

  it('has all who were kept out, though one of them is only welcome and another would rather have the room', () => {
    const aunt = person('aunt', 'hoped', ['inRoom', 'video'])
    const step = person('step', 'welcome')
    expect(
      second(
        [worker('helen'), dad, aunt, step],
        [apart('dad', 'aunt', 'online'), apart('dad', 'step', 'room'), apart('aunt', 'step', 'room')],
      ),
    ).toMatchObject({ startWall: '2026-05-04T12:00', ids: ['helen', 'aunt', 'step'] })
  })

  it('is none for those kept out who can never meet each other', () => {
    const pairs = [apart('dad', 'aunt'), apart('dad', 'step'), apart('aunt', 'step')]
    expect(second([worker('helen'), dad, person('aunt', 'hoped'), person('step', 'hoped')], pairs)).toBeUndefined()
  })

  it('is none for workers alone', () => {
    expect(second([worker('helen'), dad, person('priya', 'hoped', ['inRoom'], { worker: true })], [apart('dad', 'priya')])).toBeUndefined()
  })

  it('is with the first by id of the workers who must be there, and not with one who was kept out', () => {
    const step = person('step', 'hoped')
    expect(second([worker('priya'), worker('helen'), dad, step], [apart('dad', 'step')])).toMatchObject({ ids: ['helen', 'step'] })
    const people = [worker('priya'), worker('ayo'), dad, person('mum', 'must'), step]
    expect(second(people, [apart('dad', 'step'), apart('dad', 'ayo'), apart('mum', 'ayo')])).toMatchObject({
      ids: ['ayo', 'priya', 'step'],
    })
    expect(second([person('helen', 'hoped', ['inRoom'], { worker: true }), dad, step], [apart('dad', 'step')])).toBeUndefined()
  })

  it('needs the companion of somebody kept out to be free, whom it does not name, and rooms that hold who sits in them', () => {
    const step = (comesWith: string) => person('step', 'hoped', ['inRoom'], { comesWith })
    expect(second([worker('helen'), dad, step('ines'), person('ines', 'welcome', ['phone'])], [apart('dad', 'step')])).toMatchObject({
      ids: ['helen', 'step'],
    })
    const rooms = [{ id: 'a', capacity: 2, stepFree: true, twoWaysOut: true, busy: [] }]
    const kept = [apart('dad', 'step'), apart('dad', 'aunt')]
    const people = [worker('helen'), dad, person('step', 'hoped'), person('aunt', 'hoped')]
    expect(second(people, kept, { places: [{ id: 'hub', rooms }] })).toBeUndefined()
    expect(second(people, kept, { places: [{ id: 'hub', rooms: [{ ...rooms[0]!, capacity: 3 }] }] })).toMatchObject({
      ids: ['helen', 'aunt', 'step'],
    })
  })
})
