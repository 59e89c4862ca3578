import type { Permit } from '../access/permit'
import { bind } from './action.store'

/** The owner's yes. Gives the promise's id, as do the two below. */
export async function acceptAction(permit: Permit<'action:accept'>, version: number): Promise<string> {
  await bind(permit, version)
  permit.op.changedMeetings.add(permit.meetingId)
  return permit.subjectId
}
