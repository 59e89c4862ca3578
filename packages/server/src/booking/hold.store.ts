import type { RoomUse } from '@kinplan/domain/place/room-fits'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import type { PairScope } from '../access/scope'
import { changeMeeting } from '../meeting/meeting.store'

const columns = { id: true, meetingId: true, roomId: true, use: true, confirmedAt: true, confirmedById: true } as const

/** The rooms that are held for the meeting, the main one first. */
export async function holdsOf({ op, meetingId }: Permit<'meeting:read' | 'time:book'>) {
  const holds = await op.tx.roomHold.findMany({
    where: { meetingId },
    select: { ...columns, room: { select: { name: true, capacity: true } } },
    orderBy: { use: 'asc' },
  })
  return holds.map(({ room, ...hold }) => ({
    ...hold,
    use: hold.use as RoomUse,
    roomName: room.name,
    capacity: room.capacity,
    confirmedAt: hold.confirmedAt?.toISOString() ?? null,
  }))
}

/** The second rooms held between two instants for meetings in scope. */
export async function secondRoomsBetween({ op, where }: PairScope, from: Date, until: Date) {
  return op.tx.roomHold.findMany({
    where: { use: 'second', startsAt: { lt: until }, endsAt: { gt: from }, meeting: where },
    select: { roomId: true, startsAt: true, endsAt: true },
    orderBy: [{ startsAt: 'asc' }, { roomId: 'asc' }],
  })
}

/** Lets go of the meeting's rooms; the booking that follows holds others, or the same ones at another time. */
export async function releaseRooms({ op, meetingId }: Permit<'time:book'>): Promise<void> {
  await op.tx.roomHold.deleteMany({ where: { meetingId } })
}

/** Holds rooms for the meeting, at the meeting's own time. RoomHold_one_meeting refuses a room that is held then. */
export async function holdRooms(
  { op, familyId, meetingId }: Permit<'time:book' | 'participant:add'>,
  rooms: { roomId: string; use: RoomUse }[],
): Promise<void> {
  // The time is the database's to give (RoomHold_time); what is written here is never kept.
  const span = { startsAt: op.now, endsAt: op.now }
  await op.tx.roomHold.createMany({ data: rooms.map((room) => ({ ...room, ...span, id: op.newId(), familyId, meetingId })) })
}

/**
 * The hub said yes to the rooms: who wrote it down, and when. Refuses changedMeanwhile, noTimeYet without a room, alreadyDone. Gives the
 * meeting's id.
 */
export async function confirmHolds(permit: Permit<'time:confirm'>, version: number): Promise<string> {
  const { op, meetingId, viewer } = permit
  if ((await op.tx.roomHold.count({ where: { meetingId } })) === 0) throw new Refusal('noTimeYet')
  const { count } = await op.tx.roomHold.updateMany({
    where: { meetingId, confirmedAt: null },
    data: { confirmedAt: op.now, confirmedById: viewer.id },
  })
  if (count === 0) throw new Refusal('alreadyDone')
  await changeMeeting(permit, version, {})
  return meetingId
}
