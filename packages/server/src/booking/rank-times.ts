import type { TimeAsk } from '@kinplan/domain/time-search/time-ask'
import { parseDay } from '@kinplan/domain/clock/parse-time'
import { dateOfDay, dayMs, dayOfDate } from '@kinplan/domain/clock/wall-time'
import { inOrder } from '@kinplan/domain/time-search/time-person'
import type { Permit } from '../access/permit'
import { parseStart } from './parse-booking'
import { readMeeting } from '../meeting/meeting.store'
import { pairsToKeep } from '../meeting/safety.store'
import { parseAsk } from './parse-ask'
import { daysToLeaveOut } from './days-to-leave-out'
import { findPlaces, type PlaceAsked } from './places-asked.store'
import { shownTimes } from './shown-times'
import { meetingsElsewhere, takenTimes } from './taken-times.store'
import type { RankedTimes, TimesAsk } from './times.graphql'
import { whoIsSoughtAsKept } from './people-sought'

/**
 * The best times for the meeting of everybody who is part of it, the few things to ask that would make a better one possible, and the best
 * of every hour. Refuses what cannot be searched.
 */
export async function rankTimes(
  permit: Permit<'time:rank'>,
  input: TimesAsk,
): Promise<Pick<RankedTimes, 'proposals' | 'asks' | 'people' | 'heat' | 'stopped'>> {
  const { zone } = await readMeeting(permit)
  const { ask } = parseAsk(input, zone, permit.op.now)
  const places = await findPlaces(permit, input.placeIds)
  const search = await searchOf(permit, { ...ask, ...(await daysToLeaveOut(permit, input, ask)) }, input, places)
  const shown = shownTimes(search.people, places)
  await permit.op.closeTransaction()
  const { proposals, asks, heat, stopped } = await permit.op.searchTimes(search)
  return {
    proposals: proposals.map(shown.proposal),
    asks: asks.map(shown.oneAsk),
    people: inOrder(search.people).map(({ id }) => shown.named(id)),
    heat,
    stopped,
  }
}

/**
 * One start that the coordinator picked, on any date that has not gone, whatever hours and days were asked for: who could come then, or no
 * proposal where the family could not. People who are kept apart are kept apart here too.
 */
export async function timeByHand(
  permit: Permit<'time:rank'>,
  input: TimesAsk,
  picked: { date: string; start: string; placeId: string | null },
): Promise<Pick<RankedTimes, 'proposals'>> {
  const { zone } = await readMeeting(permit)
  const { ask } = parseAsk(input, zone, permit.op.now)
  const date = parseDay(picked.date, 'date')
  const startMs = parseStart(zone, date, picked.start, permit.op.now).start.getTime()
  const places = await findPlaces(permit, picked.placeId === null ? [] : [picked.placeId], 'placeId')
  const search = await searchOf(permit, { ...ask, fromDate: date, untilDate: dateOfDay(dayOfDate(date) + 1) }, input, places)
  await permit.op.closeTransaction()
  const found = await permit.op.timeByHand({ kept: search, startMs, placeId: picked.placeId })
  return { proposals: found === null ? [] : [shownTimes(search.people, places).proposal(found)] }
}

/** Everything that the search takes: the ask with its places, everybody sought, who is kept apart, and what is taken already. */
async function searchOf(permit: Permit<'time:rank'>, ask: TimeAsk, { stepFree, twoWaysOut, secondRoom }: TimesAsk, places: PlaceAsked[]) {
  const people = await whoIsSoughtAsKept(permit, ask.zone, ask.minutes)
  const idsOf = (workers: boolean) => people.filter(({ worker = false }) => worker === workers).map(({ id }) => id)
  // A day on each side: the days are those of the meeting's zone.
  const [fromMs, untilMs] = [(dayOfDate(ask.fromDate) - 1) * dayMs, (dayOfDate(ask.untilDate) + 2) * dayMs]
  const taken = await takenTimes(
    permit,
    idsOf(true),
    places.flatMap(({ rooms }) => rooms.map(({ id }) => id)),
    fromMs,
    untilMs,
  )
  const offered = places.map(({ id, rooms }) => ({ id, rooms: rooms.map((room) => ({ ...room, busy: taken.get(room.id) ?? [] })) }))
  return {
    ask: places.length === 0 ? ask : { ...ask, places: offered, roomNeeds: { stepFree, twoWaysOut, secondRoom } },
    people,
    pairs: await pairsToKeep(permit),
    busy: new Map([...taken, ...(await meetingsElsewhere(permit, idsOf(false)))]),
  }
}
