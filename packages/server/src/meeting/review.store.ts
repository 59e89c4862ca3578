import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { childrenOf, readMeeting } from './meeting.store'
import { participantsOf } from './participant.store'

/**
 * Writes the review of the permit's plan as a meeting with a day, and everybody who is part of the meeting that made the plan; refuses
 * alreadyDone when one is to come.
 */
export async function insertReview(
  permit: Permit<'review:book'>,
  id: string,
  booking: { start: Date; startWall: string; minutes: number; place: string; placeId: string | null; placeOtherAt: Date | null },
): Promise<void> {
  const { op, familyId, subjectId: reviewsPlanId } = permit
  if ((await op.tx.meeting.count({ where: { reviewsPlanId, stage: { not: 'ended' } } })) > 0) throw new Refusal('alreadyDone')
  const { coordinatorId, referrerId, zone } = await readMeeting(permit)
  const children = await childrenOf(permit)
  const gone = (await peopleOf(op, permit)).filter((person) => person.ended).map((person) => person.id)
  const participants = (await participantsOf(permit)).filter(
    ({ state, personId }) => state !== 'notPart' && (personId === null || !gone.includes(personId)),
  )
  await op.tx.meeting.createMany({
    data: [
      {
        ...booking,
        id,
        familyId,
        kind: 'review',
        reviewsPlanId,
        coordinatorId,
        referrerId,
        stage: 'booked',
        zone,
        createdAt: op.now,
        bookedAt: op.now,
      },
    ],
  })
  await op.tx.meetingChild.createMany({ data: children.map((childId) => ({ meetingId: id, childId, familyId })) })
  await op.tx.participant.createMany({
    data: participants.map(({ personId, workerId, need }) => ({
      familyId,
      meetingId: id,
      personId,
      workerId,
      need,
      ...(workerId === null ? { state: 'noAnswerYet' } : { state: 'coming', how: 'inRoom' }),
    })),
  })
}
