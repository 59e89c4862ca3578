import { afterAsking } from '@kinplan/domain/meeting/taking-part'
import { parseWords, parseWordsIfAny } from '@kinplan/domain/parse-words'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import type { PrepareInput } from './meeting-changes.graphql'
import { changeParticipant, participantAt, savePreparation } from './participant.store'

/** Keeps what a person said when the coordinator talked with them alone; from then on they have been asked. */
export async function prepare(permit: Permit<'participant:prepare'>, input: PrepareInput): Promise<string> {
  const participant = await participantAt(permit, input.version)
  if (participant.personId === null) throw new Refusal('choiceUnknown', 'participantId')
  await changeParticipant(permit, participant, { state: afterAsking(participant.state) })
  await savePreparation(permit, {
    wantsToTakePart: parseWords(input.wantsToTakePart, 'wantsToTakePart'),
    whoShouldBeThere: parseWordsIfAny(input.whoShouldBeThere, 'whoShouldBeThere'),
    isItSafe: parseWordsIfAny(input.isItSafe, 'isItSafe'),
    whoMayKnow: parseWordsIfAny(input.whoMayKnow, 'whoMayKnow'),
    howToReach: parseWordsIfAny(input.howToReach, 'howToReach'),
    whatWouldHelp: parseWordsIfAny(input.whatWouldHelp, 'whatWouldHelp'),
  })
  return permit.meetingId
}
