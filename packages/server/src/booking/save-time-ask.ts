import type { Permit } from '../access/permit'
import { readMeeting } from '../meeting/meeting.store'
import { parseAsk } from './parse-ask'
import { findPlaces } from './places-asked.store'
import { keepTimeAsk, type TimeAskRow } from './time-ask.store'
import type { TimeAsk, TimesAsk } from './times.graphql'

/**
 * Keeps what the coordinator looks for, for the next time; refuses what could not be searched, and changedMeanwhile. Gives the meeting's
 * id.
 */
export async function saveTimeAsk(permit: Permit<'time:ask'>, version: number, input: TimesAsk): Promise<string> {
  const { zone } = await readMeeting(permit)
  const { ask, noticeDays } = parseAsk(input, zone, permit.op.now)
  const { fromDate, untilDate, minutes, earliest, latest, weekdays } = ask
  const { bankHolidays, schoolHours, stepFree, twoWaysOut, secondRoom } = input
  const places = await findPlaces(permit, input.placeIds)
  await keepTimeAsk(permit, version, {
    fromDate,
    untilDate,
    minutes,
    earliest,
    latest,
    weekdays: [...(weekdays ?? [])],
    noticeDays,
    bankHolidays,
    schoolHours,
    stepFree,
    twoWaysOut,
    secondRoom,
    placeIds: places.map(({ id }) => id),
  })
  return permit.meetingId
}

/** A saved ask as a form takes it. */
export function shownAsk({ fromDate, untilDate, minutes, noticeDays, ...ask }: TimeAskRow): TimeAsk {
  return { ...ask, from: fromDate, until: untilDate, minutes: String(minutes), noticeDays: String(noticeDays) }
}
