import type { PlaceOffered, TimeAsk } from '@kinplan/domain/time-search/time-ask'
import type { Need } from '@kinplan/domain/meeting/participation'
import type { TimePerson } from '@kinplan/domain/time-search/time-person'
import { Chance } from './chance'
import type { ClockChange } from './clock-changes'
import { daysLater } from './slow-wall-clock'
import type { World } from './world'
import { ordinaryHours } from './world-hours'
import { busyBlocks, rulesOf, type Dates } from './world-rules'

const weeks = 8
const needs: Need[] = ['must', 'askedByChild', 'hoped', 'hoped', 'welcome']

/**
 * Eight weeks across a clock change, with so many people (30 is a large family, 500 more than any), of whom most are in the meeting's zone:
 * mixed weeks, cycles and rosters, workers' busy blocks, one place whose rooms are taken at times, travel for some, and three pairs.
 */
export function bigWorld(seed: number, count: number, change: ClockChange): World {
  const chance = new Chance(seed)
  const from = daysLater(change.date, -chance.whole(7, weeks * 7 - 8))
  const dates = { from, until: daysLater(from, weeks * 7 - 1), hours: ordinaryHours }
  const place = placeFor(chance, dates, count)
  const people = Array.from({ length: count }, (_, i) => personOf(chance, i, change, place, dates))
  const few = chance.some(
    people.map(({ id }) => id),
    5,
  )
  return {
    seed,
    change,
    ask: askFor(chance, change, dates, place),
    people,
    pairs: [
      { oneId: few[0]!, otherId: few[1]!, level: 'room' },
      { oneId: few[2]!, otherId: few[1]!, level: 'site' },
      { oneId: few[3]!, otherId: few[4]!, level: chance.one(['online', 'knowing']) },
    ],
    busy: new Map(people.filter(({ worker }) => worker).map(({ id }) => [id, busyBlocks(chance, dates, 60)])),
  }
}

function askFor(chance: Chance, { zone, ms }: ClockChange, dates: Dates, place: PlaceOffered): TimeAsk {
  const nowMs = Math.min(ms, Date.parse(`${dates.from}T12:00:00Z`)) - chance.whole(1, 10) * 24 * 60 * 60_000
  return {
    fromDate: dates.from,
    untilDate: dates.until,
    zone,
    minutes: chance.one([120, 180, 240]),
    earliest: '09:00',
    latest: '20:30',
    weekdays: [1, 2, 3, 4, 5, 6],
    noticeUntil: nowMs + 7 * 24 * 60 * 60_000,
    nowMs,
    daysOff: [daysLater(dates.from, chance.whole(0, 50))],
    places: [place],
    roomNeeds: { stepFree: chance.percent(50), twoWaysOut: false, secondRoom: false },
  }
}

/** A place of three rooms, one of which holds everybody. */
function placeFor(chance: Chance, dates: Dates, people: number): PlaceOffered {
  return {
    id: 'hall',
    rooms: [1, 2, 3].map((room) => ({
      id: `hall${room}`,
      capacity: room === 1 ? people : chance.whole(4, people),
      stepFree: room === 1 || chance.percent(60),
      twoWaysOut: chance.percent(50),
      busy: busyBlocks(chance, dates, 40),
    })),
  }
}

function personOf(chance: Chance, i: number, { zone }: ClockChange, place: PlaceOffered, dates: Dates): TimePerson {
  return {
    id: `p${i}`,
    need: chance.one(needs),
    sides: chance.percent(60) ? [{ childId: 'ella', side: chance.one(['mother', 'father']) }] : [],
    rules: rulesOf(chance, chance.percent(92) ? zone : 'Europe/Lisbon', dates),
    answered: chance.percent(95),
    ...(chance.percent(15) ? { worker: true } : {}),
    ...(chance.percent(15) ? { part: { edge: chance.one(['beginning', 'end'] as const), minutes: chance.one([30, 60]) } } : {}),
    ...(i > 0 && chance.percent(4) ? { comesWith: `p${i - 1}` } : {}),
    ...(chance.percent(40) ? { travel: { [place.id]: chance.whole(0, 60) } } : {}),
  }
}
