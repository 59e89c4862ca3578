import { parseDueDay, parseOwner } from '@kinplan/domain/action/parse-action'
import { parseWords } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import type { MakeActionInput } from './action.graphql'
import { dayOfMeeting, insertAction } from './action.store'

/**
 * Makes a promise from a step of the plan or of its own, with one owner and a day. It binds when its owner says yes. Gives the plan's id.
 */
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
