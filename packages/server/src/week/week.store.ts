import type { WorkerTaken } from '@kinplan/domain/calendar/busy-times'
import type { Permit } from '../access/permit'
import type { MeetingScope } from '../access/scope'

type Reading = Permit<'family:list'>

/**
 * What holds workers and main rooms between two instants, in whatever family; whose meeting it is stays with the caller. A second room is
 * not there: with the first it would tell of a pair kept apart.
 */
export function holdsBetween({ op }: Reading, from: Date, until: Date) {
  return op.tx.$queryRaw<{ workerId: string | null; roomId: string | null; startsAt: Date; endsAt: Date; meetingId: string }[]>`
    SELECT "workerId"::text AS "workerId", "roomId"::text AS "roomId", "startsAt", "endsAt", "meetingId"::text AS "meetingId"
      FROM holds_between(${from}, ${until}) ORDER BY "startsAt", "endsAt", "meetingId", "roomId", "workerId"`
}

/** When workers are taken by their own calendars, or away. */
export async function busyBetween({ op }: Reading, from: Date, until: Date) {
  const rows = await op.tx.workerBusy.findMany({
    where: { startsAt: { lt: until }, endsAt: { gt: from } },
    select: { workerId: true, startsAt: true, endsAt: true, kind: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, kind: row.kind as WorkerTaken }))
}

/** The booked meetings in scope between two instants, each with the name of its family; two statements for all. */
export async function meetingsBetween({ op, where }: MeetingScope, from: Date, until: Date) {
  const rows = await op.tx.meeting.findMany({
    where: {
      AND: [where, { start: { lt: until, gt: new Date(from.getTime() - longestMeetingMs) }, stage: { notIn: ['preparing', 'ended'] } }],
    },
    select: {
      id: true,
      familyId: true,
      start: true,
      startWall: true,
      minutes: true,
      zone: true,
      placeId: true,
      place: true,
      family: { select: { name: true } },
    },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ start, startWall, minutes, family, ...row }) => {
    const endsAt = start === null || minutes === null ? null : new Date(start.getTime() + minutes * 60_000)
    if (startWall === null || endsAt === null || endsAt <= from) return []
    return [{ ...row, startWall, endsAt, familyName: family.name }]
  })
}

/** A meeting lasts half a day at most, so one that began before may reach into the week. */
const longestMeetingMs = 12 * 60 * 60_000

/** Rooms by id with the name of their place, also those that have ended; places by id. */
export async function namesOfPlaces({ op }: Reading) {
  const places = await op.tx.place.findMany({ select: { id: true, name: true, rooms: { select: { id: true, name: true } } } })
  return {
    places: new Map(places.map(({ id, name }) => [id, name])),
    rooms: new Map(places.flatMap((place) => place.rooms.map(({ id, name }) => [id, { roomName: name, placeName: place.name }]))),
  }
}
