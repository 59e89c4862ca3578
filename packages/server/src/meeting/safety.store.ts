import { safetyStanding, type ApartLevel, type PairApart } from '@kinplan/domain/family/kept-apart'
import { loadOnce } from '../access/load-once'
import type { FamilyPermit, MeetingPermit, Permit } from '../access/permit'

/** A pair as it is kept: one row a level. */
export type PairRow = PairApart & { readonly id: string }

/**
 * Open pairs of the family, for a rule to keep: never shown by this function's callers. While a person of the family asks, their own: a
 * rule about anybody else is not kept for them.
 */
export function pairsToKeep({ op, familyId }: FamilyPermit): Promise<PairRow[]> {
  return loadOnce(op, `pairs/${familyId}`, async () => {
    const rows =
      op.viewer.kind === 'worker'
        ? await op.tx.pairApart.findMany({
            where: { familyId, endedAt: null },
            select: { id: true, oneId: true, otherId: true, level: true },
          })
        : await op.tx.$queryRaw<{ id: string; oneId: string; otherId: string; level: string }[]>`
            SELECT "id"::text, "oneId"::text, "otherId"::text, "level" FROM my_pairs()`
    return rows.map((row) => ({ ...row, level: row.level as ApartLevel }))
  })
}

/**
 * Ids of the open pairs whom the meeting as it is booked, or another meeting of the family at its place and time, would bring together;
 * none without a time.
 */
export async function pairsBroughtTogether({ op, meetingId }: MeetingPermit): Promise<string[]> {
  const rows = await op.tx.$queryRaw<{ id: string }[]>`SELECT pairs_brought_together(${meetingId}::uuid)::text AS "id"`
  return rows.map(({ id }) => id)
}

function standingDecision({ op, meetingId }: Permit<'pair:read' | 'safety:read', 'meeting'>) {
  return loadOnce(op, `safety/${meetingId}`, () =>
    op.tx.safetyDecision.findFirst({
      where: { meetingId, reopenedAt: null },
      select: {
        id: true,
        pairIds: true,
        saidAlone: true,
        ordersChecked: true,
        advice: true,
        shape: true,
        arrivalLeaving: true,
        ifSomebodyComes: true,
        decidedById: true,
        decidedAt: true,
      },
    }),
  )
}

/** How the safety of the meeting stands. */
export async function safetyOf(permit: Permit<'pair:read', 'meeting'>) {
  return safetyStanding(await pairsToKeep(permit), await standingDecision(permit))
}

/** The decision that stands, and whether it covers every pair open now. */
export async function decisionOf(permit: Permit<'safety:read'>) {
  const decision = await standingDecision(permit)
  if (decision === null) return null
  return {
    ...decision,
    decidedAt: decision.decidedAt.toISOString(),
    coversAll: safetyStanding(await pairsToKeep(permit), decision) !== 'needed',
  }
}

type SafetyWords = Record<'saidAlone' | 'ordersChecked' | 'advice' | 'shape' | 'arrivalLeaving' | 'ifSomebodyComes', string>

/** Writes a decision that covers every pair open now; the one before is reopened and kept. */
export async function insertDecision(permit: Permit<'safety:record'>, words: SafetyWords): Promise<void> {
  const { op, familyId, meetingId, viewer } = permit
  const pairs = await pairsToKeep(permit)
  await op.tx.safetyDecision.updateMany({ where: { meetingId, reopenedAt: null }, data: { reopenedAt: op.now } })
  await op.tx.safetyDecision.createMany({
    data: [{ ...words, familyId, meetingId, pairIds: pairs.map((pair) => pair.id), decidedById: viewer.id, decidedAt: op.now }],
  })
  op.changedMeetings.add(meetingId)
}
