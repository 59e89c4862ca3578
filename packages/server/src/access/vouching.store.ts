import type { DraftOfRoom } from '@kinplan/domain/plan/vouching'
import type { Operation } from './operation'

/** The drafts of the viewer's private rooms in a meeting, and which of their keys this session took. */
export async function draftsThatVouch(
  { tx, viewer }: Operation,
  meetingId: string | null,
  roomIds: ReadonlySet<string>,
): Promise<DraftOfRoom[]> {
  if (viewer.kind !== 'person' || meetingId === null || roomIds.size === 0) return []
  const { sessionId } = viewer
  const drafts = await tx.draft.findMany({
    where: { meetingId, roomId: { in: [...roomIds] } },
    orderBy: { startedAt: 'desc' },
    select: { id: true, roomId: true, state: true, joinedAt: true, keyHolders: { where: { sessionId }, select: { sessionId: true } } },
  })
  const closed = drafts.filter(({ state }) => state !== 'open').map(({ id }) => id)
  const plans = closed.length === 0 ? [] : await tx.plan.findMany({ where: { draftId: { in: closed } }, select: { draftId: true } })
  return drafts.map(({ id, roomId, state, joinedAt, keyHolders }) => ({
    id,
    roomId,
    open: state === 'open',
    joined: joinedAt !== null,
    shared: plans.some(({ draftId }) => draftId === id),
    heldHere: keyHolders.length > 0,
  }))
}
