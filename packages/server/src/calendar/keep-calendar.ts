import { parseDay } from '@kinplan/domain/clock/parse-time'
import { endOfDay, firstMomentOfDay } from '@kinplan/domain/clock/first-moment'
import { parseBusyTimes, parseDays, mostAwayDays, mostBusyDays } from '@kinplan/domain/calendar/busy-times'
import type { Permit } from '../access/permit'
import { councilZone } from '../council/council-zone'
import { tellBookedMeetings } from '../meeting/participant.store'
import type { SaveMyBusyTimesInput, SayAwayInput } from './calendar.graphql'
import { insertAway, replaceBusy } from './calendar.store'

/**
 * Keeps when a worker's own calendar has them, for the days it was read for; what was brought in before is replaced. Gives the worker's id,
 * as does being away.
 */
export async function saveBusyTimes(permit: Permit<'calendar:keep'>, input: SaveMyBusyTimesInput): Promise<string> {
  const days = parseDays(parseDay(input.from, 'from'), parseDay(input.until, 'until'), mostBusyDays)
  const workerId = await replaceBusy(permit, parseBusyTimes(input.busy, stretchOf(days)))
  await tellBookedMeetings(permit, { workerId })
  return workerId
}

/** A worker is away on whole days of the council's zone. */
export async function sayAway(permit: Permit<'calendar:sayAway'>, input: SayAwayInput): Promise<string> {
  const workerId = await insertAway(
    permit,
    stretchOf(parseDays(parseDay(input.from, 'from'), parseDay(input.until, 'until'), mostAwayDays)),
  )
  await tellBookedMeetings(permit, { workerId })
  return workerId
}

function stretchOf({ from, until }: { from: string; until: string }): { startMs: number; endMs: number } {
  return { startMs: firstMomentOfDay(councilZone, from), endMs: endOfDay(councilZone, until) }
}
