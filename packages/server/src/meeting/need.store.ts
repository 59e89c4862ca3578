import type { Need, Part } from '@kinplan/domain/meeting/participation'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { Permit } from '../access/permit'

type Reading = Permit<'availability:read' | 'time:ask' | 'time:rank', 'meeting' | 'participant'>

/** Minutes to each place, by participant. */
export function travelOf({ op, meetingId }: Reading) {
  return loadOnce(op, `travel/${meetingId}`, () =>
    op.tx.travelTime.findMany({
      where: { meetingId },
      select: { participantId: true, placeId: true, minutes: true },
      orderBy: { placeId: 'asc' },
    }),
  )
}

/** What is needed of one participant. */
interface NeedChange {
  need: Need
  part: Part | null
  comesWithId: string | null
  travel: { placeId: string; minutes: number }[]
}

/** Changes what is needed of the permit's participant at the version expected; refuses changedMeanwhile. */
export async function changeNeed(
  { op, familyId, meetingId, subjectId: participantId }: Permit<'time:ask', 'participant'>,
  version: number,
  change: NeedChange,
): Promise<void> {
  const { need, part, comesWithId, travel } = change
  const { count } = await op.tx.participant.updateMany({
    where: { id: participantId, meetingId, version },
    data: { need, partEdge: part?.edge ?? null, partMinutes: part?.minutes ?? null, comesWithId, version: { increment: 1 } },
  })
  if (count === 0) throw new Refusal('changedMeanwhile')
  await op.tx.travelTime.deleteMany({ where: { participantId } })
  await op.tx.travelTime.createMany({ data: travel.map((row) => ({ ...row, participantId, familyId, meetingId })) })
  op.changedMeetings.add(meetingId)
}
