import { pairsTogether, type Planned } from '@kinplan/domain/meeting/way-now'
import type { Permit } from '../access/permit'
import { readMeeting } from './meeting.store'
import { participantsOf } from './participant.store'
import { pairsToKeep } from './safety.store'

/**
 * Whether this participant is apart, standing so, from everybody they are kept apart from: as those answered, or else as they were planned in. Pairs
 * of others do not matter here: one that was marked since the booking shows as a conflict, and stops nobody else from answering.
 */
export async function staysApart(permit: Permit<'participant:set' | 'meeting:reply' | 'time:ask'>, id: string, change: Partial<Omit<Planned, 'personId'>>): Promise<boolean> {
  const { minutes } = await readMeeting(permit)
  const participants = (await participantsOf(permit)).map((participant) => (participant.id === id ? { ...participant, ...change } : participant))
  const personId = participants.find((participant) => participant.id === id)?.personId
  const pairs = (await pairsToKeep(permit)).filter(({ oneId, otherId }) => oneId === personId || otherId === personId)
  return pairsTogether(participants, pairs, minutes).length === 0
}
