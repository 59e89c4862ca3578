import { readDate, dateOfDay, dayOfDate } from '@kinplan/domain/clock/wall-time'
import { firstMomentOfDay } from '@kinplan/domain/clock/first-moment'
import { wallOfInstant } from '@kinplan/domain/clock/zone-offsets'
import type { Permit } from '../access/permit'
import { meetingScope, pairScope } from '../access/scope'
import { viewerId } from '../access/viewer'
import { secondRoomsBetween } from '../booking/hold.store'
import { councilZone } from '../council/council-zone'
import { workerById } from '../worker/worker.store'
import type { Week, WeekMeeting } from './week.graphql'
import { busyBetween, holdsBetween, meetingsBetween, namesOfPlaces } from './week.store'

const daysOfWeek = 7
type Reading = Permit<'family:list'>
type Hold = Awaited<ReturnType<typeof holdsBetween>>[number]

/**
 * Seven days of the whole council from a day (YYYY-MM-DD): its meetings, and when rooms and workers are taken. What the viewer may not read
 * is there as times alone, without a meeting or a family; a second room only for whoever may read who is kept apart. Null for what is not a
 * day.
 */
export async function showWeek(granted: Reading, typed: string): Promise<Week | null> {
  const from = readDate(typed)
  if (from === null) return null
  const days = Array.from({ length: daysOfWeek }, (_, ahead) => dateOfDay(dayOfDate(from) + ahead))
  const start = new Date(firstMomentOfDay(councilZone, from))
  const end = new Date(firstMomentOfDay(councilZone, dateOfDay(dayOfDate(from) + daysOfWeek)))
  const { op } = granted
  const holds = await holdsBetween(granted, start, end)
  const readsPairs = await pairScope(op)
  const secondRooms = readsPairs === null ? [] : await secondRoomsBetween(readsPairs, start, end)
  const { places, rooms } = await namesOfPlaces(granted)
  const own = await ownMeetings(granted, start, end, holds, places)
  const shownId = (meetingId: string) => (own.has(meetingId) ? meetingId : null)
  const held = holds.flatMap(({ workerId, ...hold }) =>
    workerId === null ? [] : [{ ...hold, workerId, kind: 'held' as const, meetingId: shownId(hold.meetingId) }],
  )
  const busy = (await busyBetween(granted, start, end)).map((row) => ({ ...row, meetingId: null }))
  return {
    from,
    days,
    meetings: [...own.values(), ...othersMeetings(holds, own)].toSorted((a, b) =>
      a.startWall < b.startWall ? -1 : a.startWall > b.startWall ? 1 : 0,
    ),
    rooms: [...holds, ...secondRooms].flatMap(({ roomId, startsAt, endsAt }) => {
      const room = roomId === null ? undefined : rooms.get(roomId)
      return roomId === null || room === undefined ? [] : [{ roomId, ...room, ...walls(startsAt, endsAt) }]
    }),
    workers: await Promise.all(
      [...held, ...busy].map(async ({ workerId, startsAt, endsAt, kind, meetingId }) => ({
        workerId,
        name: (await workerById(op, workerId)).name,
        ...walls(startsAt, endsAt),
        kind,
        meetingId,
      })),
    ),
  }
}

/** The meetings that the viewer may read, by id. */
async function ownMeetings(
  { op, viewer }: Reading,
  start: Date,
  end: Date,
  holds: Hold[],
  places: ReadonlyMap<string, string>,
): Promise<Map<string, WeekMeeting>> {
  const scope = await meetingScope(op)
  const mine = new Set(holds.flatMap(({ workerId, meetingId }) => (workerId !== null && workerId === viewerId(viewer) ? [meetingId] : [])))
  const meetings = scope === null ? [] : await meetingsBetween(scope, start, end)
  return new Map(
    meetings.map(({ id, familyName, placeId, place, startWall, endsAt, zone }) => {
      const placeName = placeId === null ? place : (places.get(placeId) ?? place)
      return [id, { meetingId: id, familyName, placeName, startWall, endWall: wall(zone, endsAt), zone, mine: mine.has(id) }]
    }),
  )
}

/** When there are meetings that the viewer may not read: from the first to the last moment that anybody or any room is held for each. */
function othersMeetings(holds: Hold[], own: ReadonlyMap<string, WeekMeeting>): WeekMeeting[] {
  const spans = new Map<string, { startsAt: Date; endsAt: Date }>()
  for (const { meetingId, startsAt, endsAt } of holds) {
    if (own.has(meetingId)) continue
    const known = spans.get(meetingId) ?? { startsAt, endsAt }
    spans.set(meetingId, {
      startsAt: startsAt < known.startsAt ? startsAt : known.startsAt,
      endsAt: endsAt > known.endsAt ? endsAt : known.endsAt,
    })
  }
  return [...spans.values()].map(({ startsAt, endsAt }) => ({
    meetingId: null,
    familyName: null,
    placeName: null,
    ...walls(startsAt, endsAt),
    zone: councilZone,
    mine: false,
  }))
}

function walls(startsAt: Date, endsAt: Date): { startWall: string; endWall: string } {
  return { startWall: wall(councilZone, startsAt), endWall: wall(councilZone, endsAt) }
}

function wall(zone: string, at: Date): string {
  const { date, time } = wallOfInstant(zone, at.getTime())
  return `${date}T${time}`
}
