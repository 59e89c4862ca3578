import type { BreakGlassFinding } from '@kinplan/domain/break-glass/break-glass'
import { Refusal } from '@kinplan/domain/refusal'
import { brokenBy } from '../access/broken-by'
import type { Operation } from '../access/operation'
import type { Permit } from '../access/permit'

const columns = {
  id: true,
  workerId: true,
  reason: true,
  openedAt: true,
  endsAt: true,
  endedAt: true,
  finding: true,
  reviewWords: true,
  reviewedAt: true,
  reviewedById: true,
} as const

/** Everybody who read the family in an emergency, the newest first. */
export async function breakGlassOf({ op, familyId }: Permit<'breakGlass:read'>) {
  const rows = await op.tx.breakGlass.findMany({ where: { familyId }, select: columns, orderBy: [{ openedAt: 'desc' }, { id: 'asc' }] })
  return rows.map(({ endedAt, ...row }) => ({
    ...row,
    openedAt: row.openedAt.toISOString(),
    endsAt: (endedAt ?? row.endsAt).toISOString(),
    finding: row.finding as BreakGlassFinding | null,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
  }))
}

/** Until when the viewer may read the family in this way; null when they do not. */
export async function brokenUntil({ op, familyId, viewer }: Permit<'family:read'>): Promise<string | null> {
  const found = await op.tx.breakGlass.findFirst({
    where: { familyId, ...brokenBy(op, viewer.id) },
    select: { endsAt: true },
    orderBy: { endsAt: 'desc' },
  })
  return found?.endsAt.toISOString() ?? null
}

/** Opens the family of the child, if there is exactly one; gives the id of what was written down. Refuses tooMany. */
export async function openByChild(
  { op }: Permit<'breakGlass:open'>,
  { name, bornOn, reason }: { name: string; bornOn: string; reason: string },
): Promise<string> {
  const [row] = await op.tx.$queryRaw<{ id: string }[]>`SELECT break_glass(${name}, ${bornOn}, ${reason})::text AS "id"`
  if (row === undefined) throw new Error('The database wrote nothing down')
  return row.id
}

/** The family that was opened by what this worker wrote down; null where no child was found. */
export async function familyOpenedBy({ tx }: Operation, id: string): Promise<string | null> {
  return (await tx.breakGlass.findUnique({ where: { id }, select: { familyId: true } }))?.familyId ?? null
}

export async function closeBroken({ op, familyId, viewer }: Permit<'breakGlass:end'>): Promise<string> {
  await op.tx.breakGlass.updateMany({ where: { familyId, ...brokenBy(op, viewer.id) }, data: { endedAt: op.now } })
  return familyId
}

/** Keeps what the supervisor found; gives the family's id. Refuses alreadyDone. */
export async function saveReview(
  { op, subjectId: id, familyId, viewer }: Permit<'breakGlass:review'>,
  { finding, words }: { finding: BreakGlassFinding; words: string },
): Promise<string> {
  const { count } = await op.tx.breakGlass.updateMany({
    where: { id, reviewedAt: null },
    data: { finding, reviewWords: words, reviewedAt: op.now, reviewedById: viewer.id },
  })
  if (count === 0) throw new Refusal('alreadyDone')
  return familyId
}
