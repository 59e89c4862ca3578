import { parseDay } from '@kinplan/domain/clock/parse-time'
import { checkCouncilAnswer } from '@kinplan/domain/plan/answers'
import { isLatest } from '@kinplan/domain/plan/plan-versions'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, parseWordsIfAny } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import { insertCouncilAnswer } from './council-answer.store'
import type { AnswerForCouncilInput } from './plan.graphql'
import { planOf, plansOfMeeting, stepsOf } from './plan.store'

/** Keeps the council's answer to the newest plan as a whole, or to one step of it; gives the plan's id. */
export async function answerForCouncil(permit: Permit<'plan:answerForCouncil'>, input: AnswerForCouncilInput): Promise<string> {
  checkCouncilAnswer(input.answer, input)
  const plan = await planOf(permit)
  if (!isLatest(plan, await plansOfMeeting(permit))) throw new Refusal('planNotLatest')
  const stepId = input.stepId ?? null
  if (stepId !== null && !(await stepsOf(permit)).some((step) => step.id === stepId)) throw new Refusal('choiceUnknown', 'stepId')
  await insertCouncilAnswer(permit, {
    stepId,
    answer: input.answer,
    reason: parseWordsIfAny(input.reason, 'reason') || null,
    wouldMakeYes: parseWordsIfAny(input.wouldMakeYes, 'wouldMakeYes') || null,
    decider: parseWordsIfAny(input.decider, 'decider', mostName) || null,
    decideBy: input.decideBy === '' ? null : parseDay(input.decideBy, 'decideBy'),
  })
  return permit.subjectId
}
