import DataLoader from 'dataloader'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { Operation } from '../access/operation'
import type { Permit } from '../access/permit'
import type { CorrectableField } from './correctable'

type Correct = Permit<'family:correct'>

/** Keeps what a field said before it was corrected, and by whom. */
export async function keepEarlierValue(permit: Correct, field: CorrectableField, value: string): Promise<void> {
  const { op, familyId, subjectId, viewer } = permit
  await op.tx.earlierValue.createMany({ data: [{ familyId, subjectId, field, value, correctedBy: viewer.id, correctedAt: op.now }] })
}

/**
 * The last worker who corrected words that somebody else wrote, by id; null where only their writer did, or nobody.
 * One statement for all words of a page, for whoever was shown the words.
 */
export async function correctorOf(op: Operation, subjectId: string, writerId: string | null): Promise<string | null> {
  const loader = await loadOnce(op, 'correctors', () =>
    Promise.resolve(
      new DataLoader<string, string[]>(async (subjectIds) => {
        const rows = await op.tx.earlierValue.findMany({
          where: { subjectId: { in: [...subjectIds] } },
          select: { subjectId: true, correctedBy: true },
          orderBy: [{ correctedAt: 'desc' }, { id: 'desc' }],
        })
        return subjectIds.map((id) => rows.filter((row) => row.subjectId === id).map(({ correctedBy }) => correctedBy))
      }),
    ),
  )
  return (await loader.load(subjectId)).find((workerId) => workerId !== writerId) ?? null
}

/** Corrects a person's name or date of birth at the version expected; refuses changedMeanwhile. */
export async function correctPerson(permit: Correct, version: number, change: { name: string } | { bornOn: string }): Promise<void> {
  const { op, subjectId: id } = permit
  const earlier = await op.tx.person.findUniqueOrThrow({ where: { id }, select: { name: true, bornOn: true } })
  const { count } = await op.tx.person.updateMany({ where: { id, version }, data: { ...change, version: { increment: 1 } } })
  if (count === 0) throw new Refusal('changedMeanwhile')
  await ('name' in change
    ? keepEarlierValue(permit, 'personName', earlier.name)
    : keepEarlierValue(permit, 'personBornOn', earlier.bornOn ?? ''))
}
