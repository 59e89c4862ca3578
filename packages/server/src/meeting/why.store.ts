import type { WhyKind } from '@kinplan/domain/meeting/participation'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { keepEarlierValue } from '../family/correction.store'

/** What was said about why the meeting is held, in the order it was said. */
export async function whyOf({ op, meetingId }: Permit<'meeting:read' | 'meeting:readMine'>) {
  const rows = await op.tx.whyEntry.findMany({
    where: { meetingId },
    select: { id: true, familyId: true, kind: true, text: true, byWorkerId: true, byPersonId: true, version: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, kind: row.kind as WhyKind }))
}

export async function insertWhy(permit: Permit<'why:add' | 'why:ask'>, entry: { kind: WhyKind; text: string }): Promise<void> {
  const { op, familyId, meetingId, viewer } = permit
  const by = viewer.kind === 'worker' ? { byWorkerId: viewer.id } : { byPersonId: viewer.id }
  await op.tx.whyEntry.createMany({ data: [{ ...entry, ...by, familyId, meetingId, at: op.now }] })
  op.changedForEverybody.add(meetingId)
}

/** What the plan must make sure of, in the order it was set. */
export function bottomLinesOf({ op, meetingId }: Permit<'meeting:read' | 'meeting:readMine' | 'bottomLine:add' | 'bottomLine:give'>) {
  return op.tx.bottomLine.findMany({
    where: { meetingId },
    select: {
      id: true,
      text: true,
      childIds: true,
      setById: true,
      agreedById: true,
      givenToFamilyOn: true,
      laterReason: true,
      version: true,
    },
    orderBy: [{ setAt: 'asc' }, { id: 'asc' }],
  })
}

export async function insertBottomLine(
  permit: Permit<'bottomLine:add'>,
  line: { text: string; childIds: string[]; laterReason: string | null },
): Promise<void> {
  const { op, familyId, meetingId, viewer } = permit
  await op.tx.bottomLine.createMany({ data: [{ ...line, familyId, meetingId, setById: viewer.id, setAt: op.now }] })
  op.changedForEverybody.add(meetingId)
}

/** The manager's yes to one line, once; refuses alreadyDone and changedMeanwhile. */
export async function saveAgreed(permit: Permit<'bottomLine:agree'>, version: number): Promise<void> {
  const { op, subjectId: id, meetingId, viewer } = permit
  if ((await op.tx.bottomLine.count({ where: { id, agreedById: { not: null } } })) > 0) throw new Refusal('alreadyDone')
  const { count } = await op.tx.bottomLine.updateMany({
    where: { id, version },
    data: { agreedById: viewer.id, agreedAt: op.now, version: { increment: 1 } },
  })
  if (count === 0) throw new Refusal('changedMeanwhile')
  op.changedForEverybody.add(meetingId)
}

/** Says on which day the family was given every line that a manager has agreed; gives how many lines that was. */
export async function saveDayGiven({ op, meetingId }: Permit<'bottomLine:give'>, on: string): Promise<number> {
  const { count } = await op.tx.bottomLine.updateMany({
    where: { meetingId, givenToFamilyOn: null, agreedById: { not: null } },
    data: { givenToFamilyOn: on, version: { increment: 1 } },
  })
  op.changedForEverybody.add(meetingId)
  return count
}

/** Corrects the words of an entry at the version expected; what they said before is kept. */
export async function correctWhy(permit: Permit<'family:correct'>, version: number, text: string): Promise<void> {
  const { op, subjectId: id } = permit
  const { text: earlier } = await op.tx.whyEntry.findUniqueOrThrow({ where: { id }, select: { text: true } })
  const { count } = await op.tx.whyEntry.updateMany({ where: { id, version }, data: { text, version: { increment: 1 } } })
  if (count === 0) throw new Refusal('changedMeanwhile')
  await keepEarlierValue(permit, 'whyText', earlier)
}

/** As `correctWhy`, for what the plan must make sure of. */
export async function correctBottomLine(permit: Permit<'family:correct'>, version: number, text: string): Promise<void> {
  const { op, subjectId: id } = permit
  const { text: earlier } = await op.tx.bottomLine.findUniqueOrThrow({ where: { id }, select: { text: true } })
  const { count } = await op.tx.bottomLine.updateMany({ where: { id, version }, data: { text, version: { increment: 1 } } })
  if (count === 0) throw new Refusal('changedMeanwhile')
  await keepEarlierValue(permit, 'bottomLineText', earlier)
}
