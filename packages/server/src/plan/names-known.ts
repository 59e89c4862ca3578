import { hiddenFrom } from '@kinplan/domain/family/kept-apart'
import type { MeetingPermit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { pairsToKeep } from '../meeting/safety.store'

/** The names of these people, without those of whose part the viewer, where they are of the family, must not know. */
export async function namesKnown(granted: MeetingPermit, personIds: readonly string[]): Promise<string[]> {
  const { op } = granted
  const hidden = op.viewer.kind === 'person' ? hiddenFrom(op.viewer.id, await pairsToKeep(granted)) : new Set<string>()
  return (await peopleOf(op, granted)).filter(({ id }) => personIds.includes(id) && !hidden.has(id)).map(({ name }) => name)
}
