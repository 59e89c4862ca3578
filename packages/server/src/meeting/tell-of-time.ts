import { howMuchIsTold } from '@kinplan/domain/meeting/as-told'
import type { Permit } from '../access/permit'
import { readMeeting } from './meeting.store'
import { saveTold } from './participant.store'
import { whoMayBeTold } from './stays-apart'

type Telling = Permit<'meeting:invite' | 'stage:move' | 'meeting:end' | 'participant:add' | 'participant:set'>

/** Tells the time that is booked to everybody of the family who was not told of it, with or without a phone, and for whom it has a part. */
export async function tellOfTime(permit: Telling): Promise<void> {
  const meeting = await readMeeting(permit)
  if (meeting.bookedAt === null) return
  await saveTold(
    permit,
    (await whoMayBeTold(permit)).filter(({ toldAt }) => howMuchIsTold(meeting, toldAt) !== 'all'),
  )
}

/**
 * Tells it to one who was added, or whom the coordinator wrote down as coming or as here, where the others were told. Not to one for whom
 * the time has no part: a slip of the hand would tell them.
 */
export async function tellAfterwards(
  permit: Permit<'participant:add' | 'participant:set' | 'meeting:attend'>,
  participantId: string,
): Promise<void> {
  const meeting = await readMeeting(permit)
  if (meeting.bookedAt === null || howMuchIsTold(meeting, meeting.toldAt) !== 'all') return
  await saveTold(
    permit,
    (await whoMayBeTold(permit)).filter(({ id, toldAt }) => id === participantId && howMuchIsTold(meeting, toldAt) !== 'all'),
  )
}
