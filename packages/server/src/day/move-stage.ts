import { checkMove, type Stage } from '@kinplan/domain/meeting/stages'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { pairsBeforeWelcome } from '../booking/conflicts'
import { changeMeeting, readMeetingAt } from '../meeting/meeting.store'
import { tellOfTime } from '../meeting/tell-of-time'
import { openRooms, startRooms } from '../private-time/private-rooms.store'

/** The coordinator moves the meeting one stage; private family time begins with its rooms. Gives the meeting's id, as does ending. */
export async function moveStage(permit: Permit<'stage:move'>, to: Stage, version: number): Promise<string> {
  const { stage, minutes } = await readMeetingAt(permit, version)
  checkMove(stage, to, { open: await openRooms(permit) })
  // A pair may have been marked since the meeting was booked: nobody is welcomed into one room with somebody they are kept apart from.
  if (to === 'welcome' && (await pairsBeforeWelcome(permit, minutes)).length > 0) throw new Refusal('keptApart', 'to')
  // Whoever comes to the welcome is told by it, invited or not.
  if (to === 'welcome') await tellOfTime(permit)
  await changeMeeting(permit, version, { stage: to, ...(to === 'welcome' ? { toldAt: permit.op.now } : {}) })
  if (to === 'privateTime') await startRooms(permit)
  return permit.meetingId
}
