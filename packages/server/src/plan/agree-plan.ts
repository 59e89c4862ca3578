import { ownAnswers } from '@kinplan/domain/plan/answers'
import { isLatest, mayReadPlan } from '@kinplan/domain/plan/plan-versions'
import { Refusal } from '@kinplan/domain/refusal'
import { parseChoice, parseWordsIfAny } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import { linkReaderOf } from '../access/link-reader.store'
import { pairsToKeep } from '../meeting/safety.store'
import { keepAnswer, ownPart, personOfPart } from './agreement.store'
import type { AgreePlanForInput, AgreePlanInput } from './plan.graphql'
import { planOf, plansOfMeeting } from './plan.store'

/**
 * Keeps the viewer's own answer, given unseen; gives the plan's id. Through a link that a worker could read it counts as given to the
 * coordinator, who may write down such an answer anyway.
 */
export async function agreePlan(permit: Permit<'plan:agree'>, input: AgreePlanInput): Promise<string> {
  const participantId = await ownPart(permit)
  if (participantId === null) throw new Refusal('notYours')
  await checkAnswerable(permit, permit.viewer.id)
  const byLinkOfId = await linkReaderOf(permit.op)
  await keepAnswer(permit, {
    participantId,
    answer: parseChoice(input.answer, ownAnswers, 'answer'),
    reason: parseWordsIfAny(input.reason, 'reason') || null,
    givenTo: byLinkOfId === null ? 'ownScreen' : 'coordinator',
    byLinkOfId,
  })
  return permit.subjectId
}

/** Keeps an answer that came on a slip or was given to the coordinator alone, or that somebody could not be asked. */
export async function agreePlanFor(permit: Permit<'plan:agreeFor'>, input: AgreePlanForInput): Promise<string> {
  await checkAnswerable(permit, await personOfPart(permit, input.participantId))
  if (input.givenTo === 'ownScreen') throw new Refusal('choiceUnknown', 'givenTo')
  const { participantId, answer, givenTo } = input
  await keepAnswer(permit, { participantId, answer, reason: parseWordsIfAny(input.reason, 'reason') || null, givenTo, byLinkOfId: null })
  return permit.subjectId
}

/** The newest version only, and only by somebody who may read it. */
async function checkAnswerable(permit: Permit<'plan:agree' | 'plan:agreeFor'>, personId: string): Promise<void> {
  const plan = await planOf(permit)
  if (!mayReadPlan(personId, plan, await pairsToKeep(permit))) throw new Refusal('notYours')
  if (!isLatest(plan, await plansOfMeeting(permit))) throw new Refusal('planNotLatest')
}
