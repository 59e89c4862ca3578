import type { PlaceOffered, RoomNeeds, TimeAsk } from '@kinplan/domain/time-search/time-ask'
import type { Chance } from './chance'
import { daysFrom, daysLater, minutesOf } from './slow-wall-clock'
import { busyBlocks, type Dates } from './world-rules'

const dayMs = 24 * 60 * 60_000

/** An ask for the dates in a zone, with or without places, days off, school hours and notice. */
export function askFor(chance: Chance, zone: string, dates: Dates): TimeAsk {
  const [earliest, latest] = chance.one(dates.hours.asked)
  const lengths = dates.hours.minutes.filter((minutes) => minutes <= minutesOf(latest) - minutesOf(earliest))
  const fromMs = Date.parse(`${dates.from}T00:00:00Z`)
  const nowMs = fromMs - chance.whole(0, 10) * dayMs + chance.whole(0, 1439) * 60_000
  const all = datesOf(dates)
  return {
    fromDate: dates.from,
    untilDate: dates.until,
    zone,
    minutes: chance.one(lengths),
    earliest,
    latest,
    ...(chance.percent(40) ? { weekdays: chance.some([1, 2, 3, 4, 5, 6, 7], chance.whole(3, 6)) } : {}),
    noticeUntil: chance.percent(60) ? nowMs : nowMs + chance.whole(0, 12 * 24 * 60) * 60_000,
    nowMs,
    ...(chance.percent(70) ? { most: chance.one([1, 3, 6, 12, 40]) } : {}),
    ...(chance.percent(25) ? { daysOff: chance.some(all, chance.whole(1, 2)) } : {}),
    ...(chance.percent(30)
      ? { schoolHours: { days: chance.some(all, chance.whole(1, all.length)), ...chance.one(dates.hours.school) } }
      : {}),
    ...(chance.percent(60) ? { places: placesFor(chance, dates) } : {}),
    ...(chance.percent(50) ? { roomNeeds: roomNeeds(chance) } : {}),
  }
}

function datesOf({ from, until }: Dates): string[] {
  return Array.from({ length: daysFrom(from, until) + 1 }, (_, day) => daysLater(from, day))
}

/** One to three places with up to four rooms each. */
function placesFor(chance: Chance, dates: Dates): PlaceOffered[] {
  return chance.some(['hall', 'school', 'annexe'], chance.whole(1, 3)).map((id) => ({
    id,
    rooms: Array.from({ length: chance.percent(4) ? 0 : chance.whole(1, 4) }, (_, room) => ({
      id: `${id}${4 - room}`,
      capacity: chance.whole(1, 12),
      stepFree: chance.percent(70),
      twoWaysOut: chance.percent(60),
      busy: busyBlocks(chance, dates, 4),
    })),
  }))
}

function roomNeeds(chance: Chance): RoomNeeds {
  return { stepFree: chance.percent(35), twoWaysOut: chance.percent(35), secondRoom: chance.percent(25) }
}
