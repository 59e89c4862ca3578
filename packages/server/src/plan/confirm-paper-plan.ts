import { createHash } from 'node:crypto'
import { speaksForFamily, whyNotConfirmed } from '@kinplan/domain/plan/paper-plan'
import { parseWordsIfAny } from '@kinplan/domain/parse-words'
import { Refusal, type RefusalCode } from '@kinplan/domain/refusal'
import { linkReaderOf } from '../access/link-reader.store'
import { refusedUnseen, type Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { participantsOf } from '../meeting/participant.store'
import type { ConfirmPaperPlanForInput, DoubtPaperPlanInput } from './paper-plan.graphql'
import { endPaperDoubt, holdPapers, insertPaperDoubt, isInItsRoom, paperOf, paperStepsOf } from './paper-plan.store'
import { insertFromPaper, type PlanFromPaper } from './plan.store'

type Confirm = Permit<'paperPlan:confirm' | 'paperPlan:confirmFor'>
type Yes = Pick<PlanFromPaper, 'sharedById' | 'byLinkOfId' | 'yesGivenTo' | 'yesSaidToId'>

/**
 * Somebody of the room says that it is what they wrote: from now on it is a plan like every other. Through a link that a worker could read
 * the yes counts as given to the coordinator. Gives the meeting's id.
 */
export async function confirmPaperPlan(permit: Permit<'paperPlan:confirm'>): Promise<string> {
  await checkSpeaks(permit, permit.viewer.id)
  const byLinkOfId = await linkReaderOf(permit.op)
  const yesGivenTo = byLinkOfId === null ? 'ownScreen' : 'coordinator'
  return makePlan(permit, refusedTo(permit, 'paperPlan:confirm'), {
    sharedById: permit.viewer.id,
    byLinkOfId,
    yesGivenTo,
    yesSaidToId: null,
  })
}

/** The coordinator writes down the yes that somebody of the room gave on paper, or told her. Gives the meeting's id. */
export async function confirmPaperPlanFor(permit: Permit<'paperPlan:confirmFor'>, input: ConfirmPaperPlanForInput): Promise<string> {
  const { participantId, givenTo } = input
  if (givenTo === 'ownScreen') throw new Refusal('choiceUnknown', 'givenTo')
  const personId = (await participantsOf(permit)).find(({ id, state }) => id === participantId && state !== 'notPart')?.personId ?? null
  if (personId === null || !(await isInItsRoom(permit, personId))) throw new Refusal('choiceUnknown', 'participantId')
  await checkSpeaks(permit, personId)
  const yes = { sharedById: personId, byLinkOfId: null, yesGivenTo: givenTo, yesSaidToId: permit.viewer.id }
  return makePlan(permit, refusedTo(permit, 'paperPlan:confirmFor'), yes)
}

/** "No, this is not what we wrote", with what is wrong, told to the coordinator alone; nobody can say yes to it while that stands. */
export async function doubtPaperPlan(permit: Permit<'paperPlan:doubt'>, input: DoubtPaperPlanInput): Promise<string> {
  await checkSpeaks(permit, permit.viewer.id)
  await holdPapers(permit, permit.roomId)
  const why = whyNotConfirmed((await paperOf(permit)).state)
  if (why !== null && why !== 'paperStopped') throw new Refusal(why)
  await insertPaperDoubt(permit, parseWordsIfAny(input.words, 'words'))
  return permit.meetingId
}

/** The same person takes it back. Gives the meeting's id. */
export async function takeBackPaperDoubt(permit: Permit<'paperPlan:doubt'>): Promise<string> {
  await holdPapers(permit, permit.roomId)
  await endPaperDoubt(permit)
  return permit.meetingId
}

/** Refuses choiceUnknown for an interpreter: they hear the family, and do not speak for it. */
async function checkSpeaks(permit: Confirm | Permit<'paperPlan:doubt'>, personId: string): Promise<void> {
  const person = (await peopleOf(permit.op, permit)).find(({ id, ended }) => id === personId && !ended)
  if (person === undefined || !speaksForFamily(person.kind)) throw new Refusal('choiceUnknown', 'participantId')
}

/** Of a refusal no row is left: it would tell other workers that somebody said no. */
function refusedTo<R extends 'paperPlan:confirm' | 'paperPlan:confirmFor'>(permit: Permit<R>, right: R) {
  return (code: RefusalCode) => refusedUnseen(permit, right, code)
}

/** What was typed becomes a plan, once. */
async function makePlan(permit: Confirm, refused: (code: RefusalCode) => Refusal, yes: Yes): Promise<string> {
  await holdPapers(permit, permit.roomId)
  const { id, state, typedById, typedAt, readBackToIds, wantYouToKnow } = await paperOf(permit)
  const why = whyNotConfirmed(state)
  if (why !== null) throw refused(why)
  const typed = (await paperStepsOf(permit)).filter(({ paperPlanId }) => paperPlanId === id)
  const steps = typed.map(({ id: _id, paperPlanId: _paperPlanId, ...step }) => step)
  const digest = createHash('sha256')
    .update(JSON.stringify([wantYouToKnow, steps]))
    .digest('hex')
  await insertFromPaper(permit, { typedById, typedAt, readBackToIds, wantYouToKnow, steps, digest, ...yes })
  return permit.meetingId
}
