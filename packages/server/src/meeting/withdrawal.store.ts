import DataLoader from 'dataloader'
import { todayIn } from '@kinplan/domain/clock/parse-time'
import type { ParticipationState } from '@kinplan/domain/meeting/participation'
import { contactOn, waitOfWithdrawal, type WithdrawalOutcome, type WithdrawalStanding } from '@kinplan/domain/meeting/withdrawal'
import { loadOnce } from '../access/load-once'
import type { Operation } from '../access/operation'
import type { Permit } from '../access/permit'
import { withdrawalScope, type WithdrawalScope } from '../access/scope'

const columns = {
  id: true,
  familyId: true,
  meetingId: true,
  participantId: true,
  writtenById: true,
  saidAt: true,
  meeting: { select: { zone: true } },
  participant: { select: { personId: true, state: true } },
  contacts: {
    select: { id: true, byId: true, at: true, outcome: true, words: true },
    orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }],
  },
}

/** How a withdrawal stands, from its row; its days are those of the meeting's zone. */
export function withdrawalStanding(
  zone: string,
  row: { saidAt: Date; participant: { state: string }; contacts: { at: Date; outcome: string }[] },
): WithdrawalStanding {
  return {
    saidOn: todayIn(zone, row.saidAt),
    contacts: row.contacts.map(({ at, outcome }) => ({ on: todayIn(zone, at), outcome: outcome as WithdrawalOutcome })),
    participation: row.participant.state as ParticipationState,
  }
}

type Row = Parameters<typeof withdrawalStanding>[1] & { meeting: { zone: string } }
function waitingOf(row: Row) {
  const standing = withdrawalStanding(row.meeting.zone, row)
  return { waits: waitOfWithdrawal(standing), contactOn: contactOn(standing) }
}

/** Everybody who withdrew from the meeting unseen, the newest first. */
export async function withdrawalsOf({ op, meetingId }: Permit<'withdrawal:read'>) {
  const rows = await op.tx.withdrawal.findMany({ where: { meetingId }, select: columns, orderBy: [{ saidAt: 'desc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    ...row,
    ...waitingOf(row),
    personId: row.participant.personId ?? '',
    saidAt: row.saidAt.toISOString(),
    contacts: row.contacts.map((contact) => ({
      ...contact,
      at: contact.at.toISOString(),
      outcome: contact.outcome as WithdrawalOutcome,
    })),
  }))
}

/**
 * Of each family that the viewer met in a list, the withdrawal that waits longest in a meeting that they coordinate; the same
 * statements for the whole page.
 */
export async function waitingWithdrawalOf(op: Operation, familyId: string) {
  const loader = await loadOnce(op, 'waitingWithdrawals', async () => {
    const scope = await withdrawalScope(op)
    return new DataLoader(async (ids: readonly string[]) => {
      const waiting = scope === null ? [] : await waitingIn(scope, ids)
      return ids.map((id) => waiting.find((one) => one.familyId === id) ?? null)
    })
  })
  return loader.load(familyId)
}

/** What waits in the meetings in scope that the viewer coordinates, the longest first. */
async function waitingIn({ op, viewer, where }: WithdrawalScope, familyIds: readonly string[]) {
  const rows = await op.tx.withdrawal.findMany({
    where: { familyId: { in: [...familyIds] }, meeting: { AND: [where, { coordinatorId: viewer.id }] } },
    select: columns,
  })
  return rows
    .map((row) => ({ familyId: row.familyId, meetingId: row.meetingId, ...waitingOf(row) }))
    .filter(({ waits }) => waits !== null)
    .toSorted((a, b) => a.contactOn.localeCompare(b.contactOn))
}

/** Keeps that a participant withdraws; adds nothing while nobody has reached them yet. Gives the meeting's id, as does an answer. */
export async function insertWithdrawal(permit: Permit<'withdrawal:say' | 'withdrawal:write'>, participantId: string): Promise<string> {
  const { op, familyId, meetingId, viewer } = permit
  const writtenById = viewer.kind === 'worker' ? viewer.id : null
  await op.tx.withdrawal.createMany({
    data: [{ id: op.newId(), familyId, meetingId, participantId, writtenById, saidAt: op.now }],
    skipDuplicates: true,
  })
  op.changedMeetings.add(meetingId)
  return meetingId
}

/** Keeps what came of getting in touch; who was reached waits no more. */
export async function insertContact(
  { op, familyId, meetingId, subjectId: id, viewer }: Permit<'withdrawal:answer'>,
  { outcome, words }: { outcome: WithdrawalOutcome; words: string },
): Promise<string> {
  const by = { withdrawalId: id, byId: viewer.id, at: op.now }
  await op.tx.withdrawalContact.createMany({ data: [{ id: op.newId(), familyId, ...by, outcome, words }] })
  if (outcome !== 'notReached') await op.tx.withdrawal.updateMany({ where: { id, closedAt: null }, data: { closedAt: op.now } })
  op.changedMeetings.add(meetingId)
  return meetingId
}
