import { parseWordsIfAny } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import type { ReportActionInput, ReportByLinkInput } from './action.graphql'
import { insertReport } from './action.store'

/** What the owner says, or the coordinator for them; the words may be left out and are kept exactly. */
export async function reportAction(permit: Permit<'action:report'>, input: ReportActionInput | ReportByLinkInput): Promise<string> {
  const version = 'version' in input ? input.version : null
  await insertReport(permit, version, { state: input.state, words: parseWordsIfAny(input.words, 'words') })
  permit.op.changedMeetings.add(permit.meetingId)
  return permit.subjectId
}
