import {
  sideOf,
  type ContactKind,
  type ParentState,
  type PersonKind,
  type RelationKind,
  type AllocationRole,
} from '@kinplan/domain/family/circle'
import { sameContact, withOneMark } from '@kinplan/domain/family/contact'
import type { ApartLevel } from '@kinplan/domain/family/kept-apart'
import { isId } from '@kinplan/domain/is-id'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { Operation } from '../access/operation'
import type { Permit } from '../access/permit'
import type { Scope } from '../access/scope'

type Read = Permit<'family:read'>
type Grow = Permit<'family:grow'>

const personColumns = {
  id: true,
  familyId: true,
  name: true,
  kind: true,
  bornOn: true,
  zone: true,
  version: true,
  endedAt: true,
  saidWhenAt: true,
  saidWhenVersion: true,
} as const

/** The family itself. */
export function readFamily(permit: Read) {
  return permit.op.tx.family.findUniqueOrThrow({
    where: { id: permit.familyId },
    select: { id: true, name: true, zone: true, version: true, teamId: true },
  })
}

/** One page of the families in scope, by name and then id; `after` is the id of the last one seen. */
export async function pageOfFamilies(scope: Scope, first: number, after: string | null | undefined) {
  const { tx } = scope.op
  const rows = await tx.family.findMany({
    where: scope.where,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: first + 1,
    ...(after && isId(after) ? { cursor: { id: after }, skip: 1 } : {}),
    select: {
      id: true,
      name: true,
      team: { select: { name: true } },
      people: { where: { kind: 'child', endedAt: null }, select: { name: true }, orderBy: { bornOn: 'asc' } },
    },
  })
  const families = rows.slice(0, first)
  return {
    families: families.map(({ team, people, ...family }) => ({ ...family, team: team.name, children: people.map(({ name }) => name) })),
    next: rows.length > first ? (families.at(-1)?.id ?? null) : null,
  }
}

/** Everybody of the family, children first, then by name. */
export function peopleOf(op: Operation, permit: { familyId: string }) {
  return loadOnce(op, `people/${permit.familyId}`, async () => {
    const rows = await op.tx.person.findMany({ where: { familyId: permit.familyId }, select: personColumns, orderBy: [{ name: 'asc' }] })
    return rows
      .map(({ endedAt, saidWhenAt, ...row }) => ({
        ...row,
        kind: row.kind as PersonKind,
        ended: endedAt !== null,
        saidWhen: saidWhenAt !== null,
      }))
      .toSorted((a, b) => Number(b.kind === 'child') - Number(a.kind === 'child'))
  })
}

/** Every relation of the family's people, with the side it is on. */
export function relationsOf(op: Operation, permit: { familyId: string }) {
  return loadOnce(op, `relations/${permit.familyId}`, async () => {
    const { familyId } = permit
    const rows = await op.tx.relation.findMany({
      where: { familyId },
      select: { id: true, personId: true, childId: true, kind: true, throughId: true, responsibility: true, basis: true },
    })
    const parents = await op.tx.parentSlot.findMany({ where: { familyId }, select: { childId: true, personId: true } })
    return rows.map((row) => ({
      ...row,
      kind: row.kind as RelationKind,
      sideId: sideOf(
        row.personId,
        row.childId,
        rows,
        new Set(parents.flatMap((slot) => (slot.childId === row.childId && slot.personId ? [slot.personId] : []))),
      ),
    }))
  })
}

export function parentsOf(permit: Read) {
  return permit.op.tx.parentSlot
    .findMany({
      where: { familyId: permit.familyId },
      select: { id: true, childId: true, personId: true, label: true, state: true, reason: true, version: true },
      orderBy: { label: 'asc' },
    })
    .then((rows) => rows.map((row) => ({ ...row, state: row.state as ParentState })))
}

export async function allocationsOf(permit: Read) {
  const rows = await permit.op.tx.allocation.findMany({
    where: { familyId: permit.familyId },
    select: { id: true, workerId: true, role: true, from: true, until: true },
    orderBy: { from: 'desc' },
  })
  return rows.map((row) => ({
    ...row,
    role: row.role as AllocationRole,
    from: row.from.toISOString(),
    until: row.until?.toISOString() ?? null,
  }))
}

export async function earlierValuesOf(permit: Read) {
  const rows = await permit.op.tx.earlierValue.findMany({
    where: { familyId: permit.familyId },
    select: { id: true, subjectId: true, field: true, value: true, correctedBy: true, correctedAt: true },
    orderBy: { correctedAt: 'desc' },
    take: 100,
  })
  return rows.map((row) => ({ ...row, correctedAt: row.correctedAt.toISOString() }))
}

/** Open pairs of the family. */
export async function pairsOf(permit: Permit<'pair:read'>) {
  const rows = await permit.op.tx.pairApart.findMany({
    where: { familyId: permit.familyId, endedAt: null },
    select: { id: true, oneId: true, otherId: true, level: true, atRiskId: true },
  })
  return rows.map((row) => ({ ...row, level: row.level as ApartLevel }))
}

/** Contact facts of everybody in the family, opened, each with the one mark that it has there. */
export function contactPointsOf(permit: Permit<'contact:read' | 'contact:add'>) {
  const { op, familyId } = permit
  return loadOnce(op, `contacts/${familyId}`, async () => {
    const rows = await op.tx.contactPoint.findMany({
      where: { familyId, endedAt: null },
      select: { id: true, personId: true, kind: true, sealed: true, sealedNote: true, safeToUse: true, sealedReason: true, talkedOn: true },
      orderBy: { createdAt: 'asc' },
    })
    return withOneMark(
      rows.map(({ sealed, sealedNote, sealedReason, ...row }) => ({
        ...row,
        kind: row.kind as ContactKind,
        value: op.key.open(sealed, `contact/${row.id}`),
        note: sealedNote === null ? '' : op.key.open(sealedNote, `contactNote/${row.id}`),
        reason: sealedReason === null ? '' : op.key.open(sealedReason, `contactReason/${row.id}`),
      })),
    )
  })
}

/**
 * Writes a new family with its first allocation, children and empty parent slots. The allocation comes before anything that row security
 * would hide.
 */
export async function insertFamily(
  permit: Permit<'family:open'>,
  family: { id: string; name: string; teamId: string; zone: string; children: { name: string; bornOn: string }[] },
): Promise<void> {
  const { op, viewer } = permit
  await op.tx.family.createMany({
    data: [{ id: family.id, name: family.name, teamId: family.teamId, zone: family.zone, openedById: viewer.id, openedAt: op.now }],
  })
  await op.tx.allocation.createMany({ data: [{ familyId: family.id, workerId: viewer.id, role: 'socialWorker', from: op.now }] })
  await op.tx.person.createMany({
    data: family.children.map((child) => ({ ...child, familyId: family.id, kind: 'child', zone: family.zone })),
  })
}

export async function insertPerson(
  permit: Grow,
  person: { name: string; kind: PersonKind; bornOn: string | null; zone: string },
  relations: { childId: string; kind: RelationKind; throughId: string | null; responsibility: boolean; basis: string | null }[],
): Promise<void> {
  const { op, familyId } = permit
  await checkOfFamily(permit, [
    ...relations.map((relation) => relation.childId),
    ...relations.flatMap((relation) => relation.throughId ?? []),
  ])
  const id = op.newId()
  await op.tx.person.createMany({ data: [{ id, familyId, ...person }] })
  await op.tx.relation.createMany({ data: relations.map((relation) => ({ ...relation, familyId, personId: id })) })
}

/** A new parent of a child, or a change to one at the version expected. */
export async function saveParentSlot(
  permit: Grow,
  slot: {
    id: string | null
    version: number | null
    childId: string
    personId: string | null
    label: string
    state: ParentState
    reason: string
  },
): Promise<void> {
  const { op, familyId } = permit
  await checkOfFamily(permit, [slot.childId, ...(slot.personId === null ? [] : [slot.personId])])
  const { id, version, ...said } = slot
  if (id === null) {
    await op.tx.parentSlot.createMany({ data: [{ ...said, familyId }] })
    return
  }
  const { count } = await op.tx.parentSlot.updateMany({
    where: { id, familyId, version: version ?? 0 },
    data: { ...said, version: { increment: 1 } },
  })
  if (count === 0) throw new Refusal('changedMeanwhile')
}

/**
 * Adds a way of reaching somebody. Its mark holds from now on for every point of the family that reaches the same; `talk` says why it is
 * safe where it was not.
 */
export async function insertContactPoint(
  permit: Permit<'contact:add'>,
  point: { kind: ContactKind; value: string; safeToUse: boolean; note: string; talk: { reason: string; talkedOn: string } | null },
): Promise<void> {
  const { op, familyId, viewer } = permit
  const id = op.newId()
  const same = sameContact(await contactPointsOf(permit), point).map((other) => other.id)
  await op.tx.contactPoint.updateMany({ where: { familyId, id: { in: same } }, data: { safeToUse: point.safeToUse } })
  await op.tx.contactPoint.createMany({
    data: [
      {
        id,
        familyId,
        personId: permit.subjectId,
        kind: point.kind,
        safeToUse: point.safeToUse,
        markedById: viewer.id,
        createdAt: op.now,
        sealed: op.key.seal(point.value, `contact/${id}`),
        sealedNote: point.note === '' ? null : op.key.seal(point.note, `contactNote/${id}`),
        sealedReason: point.talk && op.key.seal(point.talk.reason, `contactReason/${id}`),
        talkedOn: point.talk?.talkedOn ?? null,
      },
    ],
  })
}

/** One row a level; a level that is open already stays as it is. A new pair makes every standing safety decision too narrow. */
export async function insertPairs(
  permit: Permit<'pair:mark'>,
  pair: { oneId: string; otherId: string; levels: ApartLevel[]; atRiskId: string | null },
): Promise<void> {
  const { op, familyId, viewer } = permit
  await checkOfFamily(permit, [pair.oneId, pair.otherId])
  await op.tx.pairApart.createMany({
    data: pair.levels.map((level) => ({
      familyId,
      oneId: pair.oneId,
      otherId: pair.otherId,
      level,
      atRiskId: pair.atRiskId,
      markedById: viewer.id,
      markedAt: op.now,
    })),
    skipDuplicates: true,
  })
}

export async function endPair(permit: Permit<'pair:lift'>): Promise<void> {
  const { count } = await permit.op.tx.pairApart.updateMany({
    where: { id: permit.subjectId, endedAt: null },
    data: { endedAt: permit.op.now },
  })
  if (count === 0) throw new Refusal('alreadyDone')
}

/** Gives a role to a worker from now; the worker who had it keeps it until now. */
export async function replaceAllocation(permit: Permit<'family:allocate'>, workerId: string, role: AllocationRole): Promise<string[]> {
  const { op, familyId } = permit
  if ((await op.tx.worker.count({ where: { id: workerId } })) === 0) throw new Refusal('notYours', 'workerId')
  const before = await op.tx.allocation.findMany({ where: { familyId, role, until: null }, select: { workerId: true } })
  await op.tx.allocation.updateMany({ where: { familyId, role, until: null }, data: { until: op.now } })
  await op.tx.allocation.createMany({ data: [{ familyId, workerId, role, from: op.now }] })
  return before.map((one) => one.workerId)
}

/** People named in an input belong to the permit's family, or the answer is as if they were not there. */
async function checkOfFamily(permit: { op: Operation; familyId: string }, personIds: string[]): Promise<void> {
  const wanted = new Set(personIds)
  const found = await permit.op.tx.person.count({ where: { familyId: permit.familyId, id: { in: [...wanted] } } })
  if (found !== wanted.size) throw new Refusal('notYours')
}

/** A person belongs to the family no longer; refuses alreadyDone. */
export async function endPerson({ op }: Permit<'account:endAccess'>, personId: string): Promise<void> {
  const { count } = await op.tx.person.updateMany({ where: { id: personId, endedAt: null }, data: { endedAt: op.now } })
  if (count === 0) throw new Refusal('alreadyDone')
}

/**
 * Notes that something was said of when the permit's person can come, or that it was all taken back, at the version expected; refuses
 * changedMeanwhile.
 */
export async function markSaidWhen({ op, subjectId }: Permit<'availability:say'>, version: number, saysAnything: boolean): Promise<void> {
  const here = { id: subjectId, endedAt: null }
  const { count } = await op.tx.person.updateMany({
    where: { ...here, saidWhenVersion: version },
    data: { saidWhenAt: saysAnything ? op.now : null, saidWhenVersion: { increment: 1 } },
  })
  if (count === 0) throw new Refusal((await op.tx.person.count({ where: here })) === 0 ? 'notYours' : 'changedMeanwhile')
}
