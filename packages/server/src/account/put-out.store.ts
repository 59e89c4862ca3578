import { mayStillCome } from '@kinplan/domain/meeting/way-now'
import type { Permit } from '../access/permit'

/**
 * Puts a person out of the private rooms of the permit's meeting, or of every meeting where the permit is about the person alone. A room in which nobody
 * is left ends with it: no one of the family could end it any more.
 */
export async function putOutOfRooms(
  { op, meetingId, familyId }: Permit<'account:endAccess' | 'participant:notPart'>,
  personId: string,
): Promise<void> {
  const rooms = await op.tx.privateRoom.findMany({
    where: { familyId, endedAt: null, ...(meetingId === null ? {} : { meetingId }) },
    select: { id: true, meetingId: true },
  })
  const roomId = { in: rooms.map((room) => room.id) }
  await op.tx.roomMember.updateMany({ where: { personId, roomId, putOutAt: null }, data: { putOutAt: op.now } })
  const left = await op.tx.roomMember.findMany({ where: { roomId, putOutAt: null }, select: { roomId: true } })
  const empty = rooms.filter((room) => !left.some((member) => member.roomId === room.id))
  await op.tx.privateRoom.updateMany({ where: { id: { in: empty.map((room) => room.id) } }, data: { endedAt: op.now } })
  for (const room of empty) op.changedMeetings.add(room.meetingId)
}

/** Whoever has no access any more does not come to the family's meetings that have not ended, and nothing is held for them. What they sent, and what was decided of them, stays. */
export async function leaveMeetings({ op, familyId }: Permit<'account:endAccess'>, personId: string): Promise<void> {
  const meetings = await op.tx.meeting.findMany({ where: { familyId, stage: { not: 'ended' } }, select: { id: true } })
  const where = { personId, state: { in: mayStillCome }, meetingId: { in: meetings.map(({ id }) => id) } }
  const parts = await op.tx.participant.findMany({ where, select: { meetingId: true } })
  await op.tx.participant.updateMany({ where, data: { state: 'notComing', how: null, version: { increment: 1 } } })
  for (const { meetingId } of parts) {
    op.changedMeetings.add(meetingId)
    op.loaded.delete(`participants/${meetingId}`)
  }
}
