import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { readMeeting } from '../meeting/meeting.store'

/** Everybody's wishes for another day, those that wait first, the newest before older ones. */
export async function anotherDaysOf({ op, meetingId }: Permit<'anotherDay:read'>) {
  const rows = await op.tx.anotherDay.findMany({
    where: { meetingId },
    select: { id: true, familyId: true, personId: true, text: true, askedAt: true, answeredAt: true },
    orderBy: [{ answeredAt: { sort: 'asc', nulls: 'first' } }, { askedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString(), answeredAt: row.answeredAt?.toISOString() ?? null }))
}

/** Whether the viewer's own wish for another day than the one that is booked waits for an answer. */
export async function askedAnotherDay(permit: Permit<'meeting:readMine' | 'anotherDay:ask'>): Promise<boolean> {
  const { op, meetingId, viewer } = permit
  const { bookedAt } = await readMeeting(permit)
  return (
    (await op.tx.anotherDay.count({
      where: { meetingId, personId: viewer.id, answeredAt: null, ...(bookedAt && { askedAt: { gte: bookedAt } }) },
    })) > 0
  )
}

/** Keeps a person's wish; refuses alreadyDone while one about the same day waits. Gives the meeting's id, as does answering. */
export async function insertAnotherDay(permit: Permit<'anotherDay:ask'>, text: string): Promise<string> {
  const { op, familyId, meetingId, viewer } = permit
  if (await askedAnotherDay(permit)) throw new Refusal('alreadyDone')
  await op.tx.anotherDay.createMany({ data: [{ id: op.newId(), familyId, meetingId, personId: viewer.id, text, askedAt: op.now }] })
  op.changedMeetings.add(meetingId)
  return meetingId
}

export async function saveAnswered({ op, subjectId: id, meetingId }: Permit<'anotherDay:answer'>): Promise<string> {
  const { count } = await op.tx.anotherDay.updateMany({ where: { id, answeredAt: null }, data: { answeredAt: op.now } })
  if (count === 0) throw new Refusal('alreadyDone')
  op.changedMeetings.add(meetingId)
  return meetingId
}
