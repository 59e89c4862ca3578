import { parseDueDay, parseOwner } from '@kinplan/domain/action/parse-promise'
import { parseWords, parseWordsIfAny } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import type { MakeActionInput, ReportActionInput, ReportByLinkInput } from './action.graphql'
import { bind, dayOfMeeting, insertAction, insertReport } from './action.store'

/** Makes a promise from a step of the plan or of its own, with one owner and a day. It binds when its owner says yes. Gives the plan's id. */
export async function makeAction(permit: Permit<'action:make'>, input: MakeActionInput): Promise<string> {
  await insertAction(permit, {
    stepId: input.stepId ?? null,
    text: parseWords(input.text, 'text'),
    owner: parseOwner(input.ownerPersonId, input.ownerWorkerId),
    dueOn: parseDueDay(input.dueOn, await dayOfMeeting(permit)),
  })
  permit.op.changedMeetings.add(permit.meetingId)
  return permit.subjectId
}

/** The owner's yes. Gives the promise's id, as do the two below. */
export async function acceptAction(permit: Permit<'action:accept'>, version: number): Promise<string> {
  await bind(permit, version)
  permit.op.changedMeetings.add(permit.meetingId)
  return permit.subjectId
}

/** What the owner says, or the coordinator for them; the words may be left out and are kept exactly. */
export async function reportAction(permit: Permit<'action:report'>, input: ReportActionInput | ReportByLinkInput): Promise<string> {
  const version = 'version' in input ? input.version : null
  await insertReport(permit, version, { state: input.state, words: parseWordsIfAny(input.words, 'words') })
  permit.op.changedMeetings.add(permit.meetingId)
  return permit.subjectId
}
