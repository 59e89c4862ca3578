import { openStates } from '@kinplan/domain/action/action-states'
import type { Permit } from '../access/permit'
import { keptOf } from '../platform/sealing-key'

/** How long a link to a promise is good where no review is booked: a review is held within three months. */
const linkDays = 90

/** The open promises of a plan that persons of the family own, the soonest first. */
export async function openActionsOf({ op, subjectId: planId }: Permit<'action:send'>) {
  const rows = await op.tx.action.findMany({
    where: { planId, ownerPersonId: { not: null }, state: { in: [...openStates] } },
    select: { id: true, ownerPersonId: true, text: true, dueOn: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ ownerPersonId, ...row }) => ({ ...row, personId: ownerPersonId ?? '' }))
}
type OpenAction = Awaited<ReturnType<typeof openActionsOf>>[number]

/**
 * A link for each promise, good until the review; the links sent before end now. Gives the token for each promise, which are kept nowhere.
 */
export async function replaceLinks(permit: Permit<'action:send'>, open: OpenAction[]): Promise<Map<string, string>> {
  const { op, familyId, subjectId: planId } = permit
  const tokens = new Map(open.map(({ id }) => [id, op.newToken('action')]))
  const endsAt = (await nextReviewOf(permit, planId)) ?? new Date(op.now.getTime() + linkDays * 86_400_000)
  await op.tx.actionLink.updateMany({ where: { actionId: { in: [...tokens.keys()] }, endsAt: { gt: op.now } }, data: { endsAt: op.now } })
  await op.tx.actionLink.createMany({
    data: open.map(({ id, personId }) => ({
      familyId,
      actionId: id,
      personId,
      endsAt,
      tokenHash: keptOf(op.key.fingerprint(tokens.get(id) ?? '', 'action')),
    })),
  })
  return tokens
}

async function nextReviewOf({ op }: Permit<'action:send'>, planId: string): Promise<Date | null> {
  const review = await op.tx.meeting.findFirst({
    where: { reviewsPlanId: planId, start: { gt: op.now } },
    orderBy: { start: 'asc' },
    select: { start: true },
  })
  return review?.start ?? null
}

/** Links that are good now are good until the review. */
export async function endLinksAt({ op, subjectId: planId }: Permit<'review:book'>, review: Date): Promise<void> {
  await op.tx.actionLink.updateMany({ where: { action: { planId }, endsAt: { gt: op.now } }, data: { endsAt: review } })
}

/** How many messages about promises were queued when that was last done for the permit's meeting. */
export async function lastSending({ op, meetingId }: Permit<'action:send'>): Promise<number> {
  const where = { meetingId, kind: 'promise' }
  const last = await op.tx.message.findFirst({ where, orderBy: { createdAt: 'desc' }, select: { createdAt: true } })
  return last === null ? 0 : op.tx.message.count({ where: { ...where, createdAt: last.createdAt } })
}

/** Ends every link to a promise of this person. */
export async function endLinksOf({ op }: Permit<'account:endAccess'>, personId: string): Promise<void> {
  await op.tx.actionLink.updateMany({ where: { personId, endsAt: { gt: op.now } }, data: { endsAt: op.now } })
}
