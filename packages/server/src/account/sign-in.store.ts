import { wallOfInstant } from '@kinplan/domain/clock/zone-offsets'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { workerById } from '../worker/worker.store'

/** The sessions of these people that have not ended, the one that asks first, then the oldest; times on the wall of a zone. */
export async function signInsOf({ op, viewer }: Permit<'account:readSignIns' | 'room:readMembers'>, personIds: string[], zone: string) {
  const rows = await op.tx.session.findMany({
    where: { personId: { in: personIds }, endedAt: null, endsAt: { gt: op.now } },
    select: { id: true, personId: true, createdAt: true, link: { select: { createdById: true, workerCouldRead: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const shown = await Promise.all(
    rows.map(async ({ id, personId, createdAt, link }) => {
      const { date, time } = wallOfInstant(zone, createdAt.getTime())
      const linkOf = link?.workerCouldRead ? (await workerById(op, link.createdById)).name : null
      return { id, member: personId ?? '', atWall: `${date}T${time}`, linkOf, here: id === viewer.sessionId }
    }),
  )
  return shown.toSorted((one, other) => Number(other.here) - Number(one.here))
}

/** Ends one session of somebody in the room, not one's own; refuses notYours for any other, alreadyDone once it has ended. */
export async function endSessionOf(
  { op, viewer, meetingId }: Permit<'room:dropSession'>,
  sessionId: string,
  personIds: string[],
): Promise<void> {
  const where = { id: sessionId, personId: { in: personIds } }
  if (sessionId === viewer.sessionId || (await op.tx.session.count({ where })) === 0) throw new Refusal('notYours', 'sessionId')
  const { count } = await op.tx.session.updateMany({ where: { ...where, endedAt: null }, data: { endedAt: op.now } })
  if (count === 0) throw new Refusal('alreadyDone')
  op.changedRooms.add(meetingId)
}
