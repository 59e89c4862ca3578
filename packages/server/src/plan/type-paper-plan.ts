import { checkTypedOver, isUndecided, roomOfReadBack, speaksForFamily } from '@kinplan/domain/plan/paper-plan'
import { parseWordsIfAny } from '@kinplan/domain/parse-words'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { participantsOf } from '../meeting/participant.store'
import type { TypePaperPlanInput } from './paper-plan.graphql'
import { endPaper, holdPapers, insertPaper, papersOf, roomsWith } from './paper-plan.store'
import { parseSteps } from './parse-steps'

/**
 * Keeps what the family wrote on paper as the coordinator typed it in and read it back to some of them: it is of the room in which they
 * were. It takes the place of the typing that she saw standing, which is kept; it is no plan before somebody of that room says so. Gives
 * the meeting's id.
 */
export async function typePaperPlan(permit: Permit<'paperPlan:type', 'meeting'>, input: TypePaperPlanInput): Promise<string> {
  const steps = await parseSteps(permit, input.steps)
  const wantYouToKnow = parseWordsIfAny(input.wantYouToKnow, 'wantYouToKnow')
  if (steps.length === 0 && wantYouToKnow.trim() === '') throw new Refusal('wordsMissing', 'steps')
  const readBackToIds = await readBackTo(permit, input.readBackTo)
  const roomId = roomOfReadBack(readBackToIds, await roomsWith(permit, readBackToIds))
  await holdPapers(permit, roomId)
  const standing = (await papersOf(permit)).find((paper) => paper.roomId === roomId && isUndecided(paper.state))
  checkTypedOver(standing?.id ?? null, input.replacesId ?? null)
  await insertPaper(permit, { roomId, readBackToIds, wantYouToKnow, steps })
  return permit.meetingId
}

/** Takes a typing back before anybody said that it is theirs; it is kept. Gives the meeting's id. */
export async function takeBackPaperPlan(permit: Permit<'paperPlan:type', 'paperPlan'>): Promise<string> {
  await holdPapers(permit, permit.roomId)
  await endPaper(permit)
  return permit.meetingId
}

/** The people behind these participants, each of whom speaks for the family; refuses choiceUnknown for anybody else. */
async function readBackTo(permit: Permit<'paperPlan:type', 'meeting'>, participantIds: readonly string[]): Promise<string[]> {
  const people = await peopleOf(permit.op, permit)
  const participants = await participantsOf(permit)
  return [...new Set(participantIds)].map((participantId) => {
    const personId = participants.find(({ id, state }) => id === participantId && state !== 'notPart')?.personId
    const person = people.find(({ id, ended }) => id === personId && !ended)
    if (person === undefined || !speaksForFamily(person.kind)) throw new Refusal('choiceUnknown', 'readBackTo')
    return person.id
  })
}
