import DataLoader from 'dataloader'
import type { Tx } from '../platform/database'
import { loadOnce } from './load-once'
import type { Operation } from './operation'
import type { Located, Subject } from './subject'

const nowhere: Located = { familyId: null, meetingId: null, personId: null, workerId: null, roomId: null, draftId: null }
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Finds where a subject belongs, under the viewer's own row security: what the wall hides is null, as is what never was.
 */
export async function locate(tx: Tx, subject: Subject): Promise<Located | null> {
  if (subject.kind === 'none') return nowhere
  const { id } = subject
  if (subject.kind === 'joinOffer') {
    if (!/^[\w-]+$/.test(id)) return null
    const offer = await tx.joinOffer.findUnique({ where: { jid: id }, select: { draftId: true } })
    return offer && locate(tx, { kind: 'draft', id: offer.draftId })
  }
  if (!uuid.test(id)) return null
  const where = { id }
  switch (subject.kind) {
    case 'family': {
      const family = await tx.family.findUnique({ where, select: { id: true } })
      return family && { ...nowhere, familyId: family.id }
    }
    case 'breakGlass': {
      const found = await tx.breakGlass.findUnique({ where, select: { familyId: true } })
      return found?.familyId ? { ...nowhere, familyId: found.familyId } : null
    }
    case 'person': {
      const person = await tx.person.findUnique({ where, select: { familyId: true } })
      return person && { ...nowhere, familyId: person.familyId, personId: id }
    }
    case 'pair': {
      const pair = await tx.pairApart.findUnique({ where, select: { familyId: true } })
      return pair && { ...nowhere, familyId: pair.familyId }
    }
    case 'parentSlot': {
      const slot = await tx.parentSlot.findUnique({ where, select: { familyId: true } })
      return slot && { ...nowhere, familyId: slot.familyId }
    }
    case 'meeting': {
      const meeting = await tx.meeting.findUnique({ where, select: { familyId: true } })
      return meeting && { ...nowhere, familyId: meeting.familyId, meetingId: id }
    }
    case 'participant': {
      const found = await tx.participant.findUnique({ where, select: { familyId: true, meetingId: true, personId: true, workerId: true } })
      return found && { ...nowhere, ...found }
    }
    case 'whyEntry': {
      const found = await tx.whyEntry.findUnique({ where, select: { familyId: true, meetingId: true } })
      return found && { ...nowhere, ...found }
    }
    case 'bottomLine': {
      const found = await tx.bottomLine.findUnique({ where, select: { familyId: true, meetingId: true } })
      return found && { ...nowhere, ...found }
    }
    case 'anotherDay': {
      const found = await tx.anotherDay.findUnique({ where, select: { familyId: true, meetingId: true } })
      return found && { ...nowhere, ...found }
    }
    case 'withdrawal': {
      const found = await tx.withdrawal.findUnique({ where, select: { familyId: true, meetingId: true } })
      return found && { ...nowhere, ...found }
    }
    case 'worker': {
      const found = await tx.worker.findUnique({ where, select: { id: true } })
      return found && { ...nowhere, workerId: found.id }
    }
    case 'away': {
      const found = await tx.workerBusy.findFirst({ where: { id, kind: 'away' }, select: { workerId: true } })
      return found && { ...nowhere, workerId: found.workerId }
    }
    case 'room': {
      const found = await tx.privateRoom.findUnique({ where, select: { familyId: true, meetingId: true } })
      return found && { ...nowhere, ...found, roomId: id }
    }
    case 'draft': {
      const found = await tx.draft.findUnique({ where, select: { familyId: true, meetingId: true, roomId: true } })
      return found && { ...nowhere, ...found, draftId: id }
    }
    case 'plan': {
      const found = await tx.plan.findUnique({ where, select: { familyId: true, meetingId: true } })
      return found && { ...nowhere, ...found }
    }
    case 'paperPlan': {
      const found = await tx.paperPlan.findUnique({ where, select: { familyId: true, meetingId: true, roomId: true } })
      return found && { ...nowhere, ...found }
    }
    case 'action': {
      const found = await tx.action.findUnique({ where, select: aroundAction })
      return found && aroundOwner(found)
    }
  }
}

const aroundAction = { familyId: true, meetingId: true, ownerPersonId: true, ownerWorkerId: true } as const
const aroundOwner = (found: { familyId: string; meetingId: string; ownerPersonId: string | null; ownerWorkerId: string | null }) => ({
  ...nowhere,
  familyId: found.familyId,
  meetingId: found.meetingId,
  personId: found.ownerPersonId,
  workerId: found.ownerWorkerId,
})

/** As `locate` of a promise, in one statement for all that a page shows. */
export async function locateAction(op: Operation, id: string): Promise<Located | null> {
  const loader = await loadOnce(op, 'located/actions', () =>
    Promise.resolve(
      new DataLoader<string, Located | null>(async (ids) => {
        const rows = await op.tx.action.findMany({ where: { id: { in: [...ids] } }, select: { id: true, ...aroundAction } })
        const found = new Map(rows.map((row) => [row.id, aroundOwner(row)]))
        return ids.map((wanted) => found.get(wanted) ?? null)
      }),
    ),
  )
  return loader.load(id)
}
