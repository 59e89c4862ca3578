import { parseWords } from '@kinplan/domain/parse-words'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { changeMeeting, readMeetingAt } from '../meeting/meeting.store'
import { tellOfTime } from '../meeting/tell-of-time'
import { endRoomsForSafety, openRooms } from '../private-time/private-rooms.store'
import type { EndMeetingInput } from './day.graphql'

/** Ends the meeting from any stage, with what happens next. Private family time is cut short only to keep somebody safe. */
export async function endMeeting(permit: Permit<'meeting:end'>, input: EndMeetingInput): Promise<string> {
  const nextStep = parseWords(input.nextStep, 'nextStep')
  const { stage } = await readMeetingAt(permit, input.version)
  const { ending, version } = input
  if (ending === 'stoppedForSafety') await endRoomsForSafety(permit)
  else if ((await openRooms(permit)) > 0) throw new Refusal('stillPrivate', 'ending')
  // Where it ends before it began, so does what everybody else reads; from the welcome on they were told.
  if (stage === 'booked') await tellOfTime(permit)
  await changeMeeting(permit, version, {
    stage: 'ended',
    ending,
    nextStep,
    endedAt: permit.op.now,
    ...(stage === 'booked' ? { toldAt: permit.op.now } : {}),
  })
  return permit.meetingId
}
