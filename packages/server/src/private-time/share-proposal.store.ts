import { secondsUntilShare } from '@kinplan/domain/plan/share-proposal'
import type { Permit } from '../access/permit'
import { roomNow } from './end-without-key.store'

const columns = { id: true, digest: true, proposedAt: true, stoppedAt: true } as const

/** The draft as it is, held until the commit: whoever shares, shows or stops it, or writes, waits. */
export async function holdDraft({ op, subjectId: id }: Permit<'draft:propose' | 'draft:share'>) {
  const [draft] = await op.tx.$queryRaw<{ open: boolean; head: number; joined: boolean; now: Date }[]>`
    SELECT "state" = 'open' AS "open", "head", "joinedAt" IS NOT NULL AS "joined", database_now() AS "now"
      FROM "Draft" WHERE "id" = ${id}::uuid FOR UPDATE`
  if (draft === undefined) throw new Error('A draft of a permit is there')
  return draft
}

/** What was shown last of the draft at this head, standing or stopped; null when nothing was. */
export function shownAt({ op, subjectId: draftId }: Permit<'draft:propose' | 'draft:share'>, head: number) {
  return op.tx.shareProposal.findFirst({
    where: { draftId, head },
    orderBy: { stoppedAt: { sort: 'desc', nulls: 'first' } },
    select: columns,
  })
}

/** As `shownAt`, as everybody is told of it. */
export async function shownToAll(permit: Permit<'draft:propose'>, head: number) {
  const shown = await shownAt(permit, head)
  if (shown === null) return null
  const { digest, proposedAt, stoppedAt } = shown
  return { head, digest, stopped: stoppedAt !== null, secondsLeft: secondsUntilShare(proposedAt, await roomNow(permit.op)) }
}

/** Shows everybody the plan of this head and digest, from now on. */
export async function insertProposal(permit: Permit<'draft:propose'>, shown: { head: number; digest: string }): Promise<void> {
  const { op, subjectId: draftId, meetingId } = permit
  await op.tx.shareProposal.createMany({ data: [{ draftId, ...shown }] })
  op.changedRooms.add(meetingId)
}

/** Stops what is being shown at this head. */
export async function stopProposal(permit: Permit<'draft:propose'>, head: number, stoppedAt: Date): Promise<void> {
  const { op, subjectId: draftId, meetingId } = permit
  const { count } = await op.tx.shareProposal.updateMany({ where: { draftId, head, stoppedAt: null }, data: { stoppedAt } })
  if (count > 0) op.changedRooms.add(meetingId)
}
