import { isId } from '@kinplan/domain/is-id'
import type { DraftState } from '@kinplan/domain/plan/draft-states'
import { begunIn, draftShown } from '@kinplan/domain/plan/vouching'
import { Refusal } from '@kinplan/domain/refusal'
import type { Operation } from '../access/operation'
import type { Permit } from '../access/permit'
import { tiesTo } from '../access/ties.store'

/** The private room of a meeting in which the viewer is, or was last; null for everyone else. Only finds what permit() then judges. */
export async function roomOf(op: Operation, meetingId: string): Promise<string | null> {
  if (op.viewer.kind !== 'person' || !isId(meetingId)) return null
  const room = await op.tx.privateRoom.findFirst({
    where: { meetingId, members: { some: { personId: op.viewer.id, putOutAt: null } } },
    orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { startedAt: 'desc' }],
    select: { id: true },
  })
  return room?.id ?? null
}

/** The room as this session may see it, with real ids of people: they are bound into envelopes. */
export async function readRoom(permit: Permit<'room:read'>) {
  const { op, subjectId: id, viewer, meetingId } = permit
  const room = await op.tx.privateRoom.findUniqueOrThrow({ where: { id }, select: { endedAt: true } })
  const { drafts } = await tiesTo(op, permit)
  const draft = draftShown(drafts, id)
  return {
    id,
    meetingId,
    ended: room.endedAt !== null,
    me: viewer.id,
    begun: begunIn(drafts, id),
    draft: draft && (await readDraft(op, draft.id)),
  }
}

/** Who is in the room, by name. */
export function membersOf({ op, subjectId: roomId }: Permit<'room:readMembers'>) {
  return op.tx.person.findMany({
    where: { endedAt: null, roomMemberships: { some: { roomId, putOutAt: null } } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}

async function readDraft(op: Operation, id: string) {
  const draft = await op.tx.draft.findUniqueOrThrow({ where: { id }, select: { id: true, epoch: true, head: true, state: true } })
  const plan = await op.tx.plan.findUnique({ where: { draftId: id }, select: { id: true } })
  return { ...draft, state: draft.state as DraftState, shared: plan?.id ?? null }
}

/** Ends a room for everybody in it; refuses alreadyDone. */
export async function endRoom(permit: Permit<'room:end'>): Promise<void> {
  const { op, subjectId: id, viewer, meetingId } = permit
  const { count } = await op.tx.privateRoom.updateMany({ where: { id, endedAt: null }, data: { endedAt: op.now, endedById: viewer.id } })
  if (count === 0) throw new Refusal('alreadyDone')
  const drafts = await op.tx.draft.findMany({ where: { roomId: id }, select: { id: true } })
  for (const draft of drafts) op.changedDrafts.add(draft.id)
  op.changedRooms.add(meetingId)
  await tellWhenAllEnded(op, meetingId)
}

/** Ends the rooms in which nobody began to write on a device, with who said so; refuses notNow when there is none. */
export async function endRoomsWithoutDraft(permit: Permit<'room:endForFamily'>, saidBy: string): Promise<void> {
  const { op, meetingId, viewer } = permit
  const { count } = await op.tx.privateRoom.updateMany({
    where: { meetingId, endedAt: null, draftStartedAt: null },
    data: { endedAt: op.now, endedById: viewer.id, saidByName: saidBy },
  })
  if (count === 0) throw new Refusal('notNow')
  await tellWhenAllEnded(op, meetingId)
}

/** Others learn nothing while a room is still private: not even how many rooms there are. */
async function tellWhenAllEnded(op: Operation, meetingId: string): Promise<void> {
  if ((await op.tx.privateRoom.count({ where: { meetingId, endedAt: null } })) === 0) op.changedMeetings.add(meetingId)
}
