import type { CouncilAnswerKind } from '@kinplan/domain/plan/answers'
import { loadOnce } from '../access/load-once'
import type { Permit } from '../access/permit'

/** The council's answers to the plan as they stand: the newest for each step and for the whole; earlier ones stay in the table. */
export function councilAnswersTo({ op, subjectId: planId }: Permit<'plan:read' | 'plan:readMine'>) {
  return loadOnce(op, `council/${planId}`, async () => {
    const rows = await op.tx.councilAnswer.findMany({
      where: { planId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: {
        id: true,
        stepId: true,
        answer: true,
        reason: true,
        wouldMakeYes: true,
        decider: true,
        decideBy: true,
        answeredById: true,
        at: true,
      },
    })
    const newest = rows.filter((row, place) => rows.findIndex((other) => other.stepId === row.stepId) === place)
    return newest.map((row) => ({ ...row, answer: row.answer as CouncilAnswerKind, at: row.at.toISOString() }))
  })
}

export async function insertCouncilAnswer(
  permit: Permit<'plan:answerForCouncil'>,
  answer: {
    stepId: string | null
    answer: CouncilAnswerKind
    reason: string | null
    wouldMakeYes: string | null
    decider: string | null
    decideBy: string | null
  },
): Promise<void> {
  const { op, viewer, familyId, meetingId, subjectId: planId } = permit
  await op.tx.councilAnswer.createMany({ data: [{ ...answer, familyId, planId, answeredById: viewer.id, at: op.now }] })
  op.changedForEverybody.add(meetingId)
}
