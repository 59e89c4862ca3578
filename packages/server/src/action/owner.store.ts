import { mayOwn } from '@kinplan/domain/action/who-may-own'
import { heldNow } from '../access/held-now'
import type { Permit } from '../access/permit'
import { workerById } from '../worker/worker.store'
import { peopleOf } from '../family/family.store'

export interface PossibleOwnerRow {
  id: string
  name: string
  title: string | null
  ofCouncil: boolean
}

/** Everybody who may own a promise of this plan: the family first, then the council's workers, each by name. */
export async function possibleOwnersOf(permit: Permit<'action:make'>): Promise<PossibleOwnerRow[]> {
  const { op, familyId, meetingId } = permit
  const parts = await op.tx.participant.findMany({
    where: { meetingId, personId: { not: null }, state: { not: 'notPart' } },
    select: { personId: true },
  })
  const people = (await peopleOf(op, permit)).filter(({ id, ended }) =>
    mayOwn({ kind: 'person', takesPart: parts.some(({ personId }) => personId === id), accessEnded: ended }),
  )

  const { supervisorId } = await op.tx.team.findFirstOrThrow({
    where: { families: { some: { id: familyId } } },
    select: { supervisorId: true },
  })
  const allocated = await op.tx.allocation.findMany({ where: { familyId, ...heldNow(op.now) }, select: { workerId: true } })
  const known = [...new Set([...allocated.map(({ workerId }) => workerId), supervisorId])].filter((id) =>
    mayOwn({ kind: 'worker', allocatedNow: allocated.some(({ workerId }) => workerId === id), supervisesTeam: id === supervisorId }),
  )
  const workers = await Promise.all(known.map((id) => workerById(op, id)))

  return [
    ...people.map(({ id, name }) => ({ id, name, title: null, ofCouncil: false })),
    ...workers.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ id, name, title }) => ({ id, name, title, ofCouncil: true })),
  ]
}
