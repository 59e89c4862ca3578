import { checkMove, type Stage } from '@kinplan/domain/meeting/stages'
import { Refusal } from '@kinplan/domain/refusal'
import { parseWords } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import { pairsBeforeWelcome } from '../booking/conflicts'
import type { EndMeetingInput } from '../meeting/meeting-changes.graphql'
import { changeMeeting, readMeetingAt } from '../meeting/meeting.store'
import { endRoomsForSafety, openRooms, startRooms } from '../private-time/private-rooms.store'

/** The coordinator moves the meeting one stage; private family time begins with its rooms. Gives the meeting's id, as does ending. */
export async function moveStage(permit: Permit<'stage:move'>, to: Stage, version: number): Promise<string> {
  const { stage, minutes } = await readMeetingAt(permit, version)
  checkMove(stage, to, { open: await openRooms(permit) })
  // A pair may have been marked since the meeting was booked: nobody is welcomed into one room with somebody they are kept apart from.
  if (to === 'welcome' && (await pairsBeforeWelcome(permit, minutes)).length > 0) throw new Refusal('keptApart', 'to')
  await changeMeeting(permit, version, { stage: to })
  if (to === 'privateTime') await startRooms(permit)
  return permit.meetingId
}

/** Ends the meeting from any stage, with what happens next. Private family time is cut short only to keep somebody safe. */
export async function endMeeting(permit: Permit<'meeting:end'>, input: EndMeetingInput): Promise<string> {
  const nextStep = parseWords(input.nextStep, 'nextStep')
  await readMeetingAt(permit, input.version)
  const { ending, version } = input
  if (ending === 'stoppedForSafety') await endRoomsForSafety(permit)
  else if ((await openRooms(permit)) > 0) throw new Refusal('stillPrivate', 'ending')
  await changeMeeting(permit, version, { stage: 'ended', ending, nextStep, endedAt: permit.op.now })
  return permit.meetingId
}
