import type { Action, Relation } from '@kinplan/domain/access/rules'
import { refusalWords } from '../refusal.copy'

export const recordWords = {
  title: 'Who has looked',
  caption: 'Every question and every change, newest first, also those that were refused',
  at: 'When',
  who: 'Who',
  action: 'What',
  allowed: 'Answer',
  yes: 'Allowed',
  no: 'Refused',
  reason: 'Because',
  more: 'Show earlier ones',
  empty: 'Nobody has asked for anything of this family yet.',
  zone: (zone: string) => `Times are in ${zone}.`,
}

const actionWords: Record<Action, string> = {
  'me:read': 'Looked at who they are',
  'story:choose': 'Chose who to be in the story',
  'account:signIn': 'Signed in',
  'account:leave': 'Left',
  'account:makeLink': 'Made a sign-in link',
  'account:endAccess': 'Ended somebody’s access',
  'family:list': 'Listed families',
  'family:open': 'Opened the family',
  'family:read': 'Read the family’s page',
  'family:grow': 'Added to the circle',
  'family:correct': 'Corrected something',
  'family:allocate': 'Put a worker on the family',
  'family:record': 'Read this record',
  'contact:read': 'Read how people may be reached',
  'contact:add': 'Added how somebody may be reached',
  'pair:mark': 'Marked two people as kept apart',
  'pair:read': 'Read who is kept apart',
  'pair:lift': 'Took off a pair kept apart',
  'meeting:start': 'Started a meeting',
  'meeting:read': 'Read a meeting',
  'meeting:readMine': 'Read their own meeting',
  'safety:record': 'Recorded the safety decision',
  'safety:read': 'Read the safety decision',
  'why:add': 'Wrote why we are meeting',
  'why:ask': 'Asked a question',
  'bottomLine:add': 'Added what the plan must make sure of',
  'bottomLine:agree': 'Agreed to what the plan must make sure of',
  'bottomLine:give': 'Wrote down that the family was given it',
  'participant:add': 'Added somebody to a meeting',
  'participant:prepare': 'Wrote down a talk before the meeting',
  'preparation:read': 'Read what people said before the meeting',
  'participant:set': 'Wrote down how somebody stands',
  'participant:notPart': 'Decided that somebody is not part',
  'availability:say': 'Said when somebody can come',
  'availability:read': 'Read when people can come',
  'time:rank': 'Looked for a time',
  'time:book': 'Booked a time',
  'meeting:invite': 'Sent invitations',
  'meeting:reply': 'Answered an invitation',
  'stage:move': 'Moved the meeting on',
  'meeting:attend': 'Marked who came',
  'meeting:end': 'Ended the meeting',
  'room:read': 'Looked into private family time',
  'room:end': 'Ended private family time',
  'room:endForFamily': 'Ended private family time for the family',
  'draft:start': 'Began the plan',
  'draft:read': 'Read the plan being written',
  'draft:join': 'Joined the plan being written',
  'draft:append': 'Wrote in the plan',
  'draft:share': 'Shared the plan',
  'plan:read': 'Read a plan',
  'plan:readMine': 'Read their plan',
  'plan:agree': 'Answered a plan',
  'plan:agreeFor': 'Typed in an answer to a plan',
  'agreement:read': 'Read answers to a plan',
  'plan:answerForCouncil': 'Answered a plan for the council',
  'action:make': 'Wrote down a promise',
  'action:read': 'Read promises',
  'action:accept': 'Accepted a promise',
  'action:report': 'Reported on a promise',
  'action:readByLink': 'Opened a promise by its link',
  'action:send': 'Sent promises',
  'review:book': 'Booked a review',
  'team:stuck': 'Looked at what is stuck',
}

/** Why something was allowed: what the one who asked is to it. */
const relationWords: Record<Relation, string> = {
  nobody: 'Anybody may',
  worker: 'Works for the council',
  socialWorker: 'Social worker of the family',
  coordinator: 'Coordinator of the family',
  supervisor: 'Supervisor of the team',
  kin: 'Belongs to the family',
  part: 'Takes part in the meeting',
  self: 'It is about them',
  member: 'Was in private family time',
  holder: 'Holds the link',
}

/** The policy's own words for what was asked, in plain ones. */
export function actionInWords(action: string): string {
  return Object.entries(actionWords).find(([name]) => name === action)?.[1] ?? action
}

/** Why it was allowed or refused, in plain words. */
export function reasonInWords(reason: string): string {
  return Object.entries({ ...refusalWords, ...relationWords }).find(([name]) => name === reason)?.[1] ?? reason
}
