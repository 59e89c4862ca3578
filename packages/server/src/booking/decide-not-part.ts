import { parseDay, todayIn } from '@kinplan/domain/clock/parse-time'
import { parseWords } from '@kinplan/domain/parse-words'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { readMeeting } from '../meeting/meeting.store'
import { changeParticipant, participantAt } from '../meeting/participant.store'
import { withdrawWaiting } from '../message/message.store'
import { putOutOfRooms } from '../private-time/private-rooms.store'
import type { DecideNotPartInput } from './take-part.graphql'

/** A manager decides, by name and with a reason, that somebody is not part of this meeting. What waited for them is taken back. */
export async function decideNotPart(permit: Permit<'participant:notPart'>, input: DecideNotPartInput): Promise<string> {
  const { op, viewer } = permit
  const participant = await participantAt(permit, input.version)
  if (participant.personId === null) throw new Refusal('choiceUnknown', 'participantId')
  const notPartReason = parseWords(input.reason, 'reason')
  const lookAgainOn = parseDay(input.lookAgainOn, 'lookAgainOn')
  const { zone } = await readMeeting(permit)
  if (lookAgainOn < todayIn(zone, op.now)) throw new Refusal('dateGone', 'lookAgainOn')
  await changeParticipant(permit, participant, {
    state: 'notPart',
    how: null,
    notPartReason,
    notPartById: viewer.id,
    lookAgainOn,
    viewsGathered: input.viewsGathered,
  })
  await putOutOfRooms(permit, participant.personId)
  await withdrawWaiting(permit, participant.personId)
  return permit.meetingId
}
