import type { GraphQLSchema } from 'graphql'
import type { Right } from '@kinplan/domain/access/rules'

/** The right of the policy that each root field asks for. The server does not start when the schema has a field that is not here. */
export const rootFieldRights = {
  me: 'me:read',
  families: 'family:list',
  family: 'family:read',
  meeting: 'meeting:read',
  breakGlass: 'breakGlass:open',
  endBreakGlass: 'breakGlass:end',
  reviewBreakGlass: 'breakGlass:review',
  copies: 'copy:read',
  rankedTimes: 'time:rank',
  timeByHand: 'time:rank',
  plan: 'plan:read',
  stuck: 'team:stuck',
  accessRecord: 'family:record',
  whoLooked: 'record:readMine',
  teams: 'family:list',
  places: 'place:read',
  schoolTerms: 'place:read',
  holidaysAndSchool: 'place:read',
  week: 'family:list',
  messagesNotSent: 'family:list',
  myCalendar: 'calendar:read',
  heldTimes: 'calendar:readByLink',
  myMeetings: 'me:read',
  myMeeting: 'meeting:readMine',
  myAvailability: 'availability:read',
  myPlan: 'plan:readMine',
  myActions: 'me:read',
  myRoom: 'room:read',
  joinOffer: 'draft:join',
  actionByLink: 'action:readByLink',
  linkHolder: 'account:signIn',
  storyCast: 'story:choose',

  changed: 'meeting:read',
  envelopes: 'draft:read',

  chooseWho: 'story:choose',
  makeSignInLink: 'account:makeLink',
  signIn: 'account:signIn',
  leave: 'account:leave',
  endAccess: 'account:endAccess',
  openFamily: 'family:open',
  addPerson: 'family:grow',
  setParent: 'family:grow',
  addContactPoint: 'contact:add',
  markApart: 'pair:mark',
  liftApart: 'pair:lift',
  allocate: 'family:allocate',
  correct: 'family:correct',
  startMeeting: 'meeting:start',
  recordSafety: 'safety:record',
  addWhy: 'why:add',
  askQuestion: 'why:ask',
  addBottomLine: 'bottomLine:add',
  agreeBottomLine: 'bottomLine:agree',
  giveBottomLines: 'bottomLine:give',
  addParticipant: 'participant:add',
  prepare: 'participant:prepare',
  setParticipation: 'participant:set',
  decideNotPart: 'participant:notPart',
  sayWhenICanCome: 'availability:say',
  saveTimeAsk: 'time:ask',
  setNeed: 'time:ask',
  bookTime: 'time:book',
  confirmRooms: 'time:confirm',
  sendInvitations: 'meeting:invite',
  reply: 'meeting:reply',
  askAnotherDay: 'anotherDay:ask',
  answerAnotherDay: 'anotherDay:answer',
  withdrawUnseen: 'withdrawal:say',
  writeWithdrawal: 'withdrawal:write',
  answerWithdrawal: 'withdrawal:answer',
  moveStage: 'stage:move',
  attend: 'meeting:attend',
  endMeeting: 'meeting:end',
  endPrivateTime: 'room:end',
  endPrivateTimeForFamily: 'room:endForFamily',
  endWithoutKey: 'room:endWithoutKey',
  stopEndWithoutKey: 'room:stopEnd',
  undoEndWithoutKey: 'room:undoEnd',
  endOnSpokenWord: 'room:endSpoken',
  dropSession: 'room:dropSession',
  startDraft: 'draft:start',
  keepKeyShare: 'draft:read',
  comeBackToDraft: 'draft:comeBack',
  keepNothingHere: 'draft:comeBack',
  offerJoin: 'draft:admit',
  replyToJoin: 'draft:join',
  wrapForJoin: 'draft:admit',
  appendEnvelopes: 'draft:append',
  sharePlan: 'draft:share',
  agreePlan: 'plan:agree',
  agreePlanFor: 'plan:agreeFor',
  answerForCouncil: 'plan:answerForCouncil',
  makeAction: 'action:make',
  acceptAction: 'action:accept',
  reportAction: 'action:report',
  reportActionByLink: 'action:report',
  sendActions: 'action:send',
  bookReview: 'review:book',
  keepPlace: 'place:manage',
  endPlace: 'place:manage',
  keepRoom: 'place:manage',
  endRoom: 'place:manage',
  keepSchoolTerm: 'place:manage',
  endSchoolTerm: 'place:manage',
  keepHolidaysAndSchool: 'place:manage',
  saveMyBusyTimes: 'calendar:keep',
  makeCalendarFeed: 'calendar:keep',
  endCalendarFeed: 'calendar:keep',
  sayAway: 'calendar:sayAway',
  endAway: 'calendar:sayAway',
} as const satisfies Record<string, Right>

const table: Record<string, Right> = rootFieldRights

/** The right of a root field; null for GraphQL's own (`__typename`). Throws for a field without one. */
export function rightOf(field: string): Right | null {
  if (field.startsWith('__')) return null
  const right = table[field]
  if (right === undefined) throw new Error(`The root field ${field} has no right in the policy`)
  return right
}

/** Throws when the schema and the table differ: no field without a right, no right for a field that is gone. */
export function checkRootFields(schema: GraphQLSchema): void {
  const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  )
  for (const field of fields) rightOf(field)
  const gone = Object.keys(table).filter((field) => !fields.includes(field))
  if (gone.length > 0) throw new Error(`Rights are named for root fields that are not there: ${gone.join(', ')}`)
}
