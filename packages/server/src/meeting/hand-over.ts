import type { Permit } from '../access/permit'
import type { AllocateInput } from '../family/family.graphql'
import { replaceAllocation } from '../family/family.store'
import { handOverMeetings } from './meeting.store'

/**
 * Gives a role in the family to a worker from now. A new coordinator takes over the meetings that have not ended; refuses notIndependent
 * for the worker who referred one of them. Gives the family's id.
 */
export async function allocate(permit: Permit<'family:allocate'>, { workerId, role }: AllocateInput): Promise<string> {
  await replaceAllocation(permit, workerId, role)
  if (role === 'coordinator') await handOverMeetings(permit, workerId)
  return permit.familyId
}
