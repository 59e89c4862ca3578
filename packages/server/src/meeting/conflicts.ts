import type { ApartLevel } from '@kinplan/domain/family/kept-apart'
import { pairsTogether } from '@kinplan/domain/meeting/way-now'
import type { Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { readMeeting } from './meeting.store'
import { participantsOf } from './participant.store'
import { pairsToKeep } from './safety.store'

/** Pairs whom the meeting would bring together as it is booked, such as one that was marked since; none while it has no time, or once it has ended. */
export async function conflictsOf(permit: Permit<'pair:read'>): Promise<{ names: string[]; level: ApartLevel }[]> {
  const { stage, minutes, startsAt } = await readMeeting(permit)
  if (startsAt === null || stage === 'ended') return []
  const names = new Map((await peopleOf(permit.op, permit)).map(({ id, name }) => [id, name]))
  const together = pairsTogether(await participantsOf(permit), await pairsToKeep(permit), minutes)
  return together.map(({ oneId, otherId, level }) => ({ names: [oneId, otherId].map((id) => names.get(id) ?? '').toSorted((a, b) => a.localeCompare(b)), level }))
}
