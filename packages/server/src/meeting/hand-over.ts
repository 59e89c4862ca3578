import type { Permit } from '../access/permit'
import type { AllocateInput } from '../family/family.graphql'
import { replaceAllocation } from '../family/family.store'
import { handOverMeetings, takePlaces } from './meeting.store'

/**
 * Gives a role in the family to a worker from now. A new coordinator takes over the meetings that have not ended, a new social worker the
 * place of the one before in them; refuses notIndependent for the worker who referred one of them. Gives the family's id.
 */
export async function allocate(permit: Permit<'family:allocate'>, { workerId, role }: AllocateInput): Promise<string> {
  const before = await replaceAllocation(permit, workerId, role)
  if (role === 'coordinator') await handOverMeetings(permit, workerId)
  else await takePlaces(permit, before, workerId)
  return permit.familyId
}
