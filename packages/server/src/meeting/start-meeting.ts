import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import type { StartMeetingInput } from './meeting-changes.graphql'
import { allocatedNow, insertMeeting } from './meeting.store'

/** Starts the preparation of a conference about these children, by a coordinator who is not the referrer; gives the meeting's id. */
export async function startMeeting(permit: Permit<'meeting:start'>, input: StartMeetingInput): Promise<string> {
  const { coordinatorId, referrerId } = input
  if (coordinatorId === referrerId) throw new Refusal('notIndependent', 'coordinatorId')
  const allocated = await allocatedNow(permit)
  const holds = (workerId: string, role: string) => allocated.some((row) => row.workerId === workerId && row.role === role)
  if (!holds(referrerId, 'socialWorker')) throw new Refusal('choiceUnknown', 'referrerId')
  if (!holds(coordinatorId, 'coordinator')) throw new Refusal('choiceUnknown', 'coordinatorId')
  const childIds = [...new Set(input.childIds)]
  const children = (await peopleOf(permit.op, permit)).filter((person) => person.kind === 'child' && !person.ended)
  if (childIds.length === 0 || !childIds.every((id) => children.some((child) => child.id === id)))
    throw new Refusal('choiceUnknown', 'childIds')
  const id = permit.op.newId()
  await insertMeeting(permit, { id, coordinatorId, referrerId, childIds })
  return id
}
