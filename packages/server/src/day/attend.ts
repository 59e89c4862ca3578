import type { Permit } from '../access/permit'
import { saveAttended } from '../meeting/participant.store'
import { tellAfterwards } from '../meeting/tell-of-time'
import { letIntoRoom } from '../private-time/private-rooms.store'

/** The coordinator marks who is here; whoever comes late goes into private family time, too. Gives the meeting's id. */
export async function attend(permit: Permit<'meeting:attend'>, attended: boolean): Promise<string> {
  await saveAttended(permit, attended)
  if (attended) {
    await tellAfterwards(permit, permit.subjectId)
    await letIntoRoom(permit)
  }
  return permit.meetingId
}
