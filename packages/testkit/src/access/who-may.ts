import type { When } from './moments'
import type { Row } from './row'

const workers = { "the family's workers": 'always' } as const
const coordinator = (when: When) => ({ 'the coordinator': when }) as const
const supervisor = (when: When) => ({ 'the supervisor': when }) as const
const socialWorker = (when: When) => ({ 'the social worker': when }) as const
/** Of another team: an hour to read, and nothing else. */
const inEmergency = (when: When) => ({ 'a worker who reads in an emergency': when }) as const
const told = (when: When) => ({ 'everybody who is told of the meeting': when }) as const
/** To Dad it is being prepared for ever: he may know nothing of its time, of Mum's part, or of what follows. */
const dad = (when: When) => ({ 'Dad, kept apart from Mum and not to know': when }) as const
const writers = (when: When) => ({ 'whoever wrote the plan together': when }) as const
const alone = (when: When) => ({ 'Nan, kept apart from a room': when }) as const
/** They sit in the room, and their session proves only that somebody had a link. */
const others = { 'others in the room': 'never, and is told why on the day' } as const
const notVouched = { 'others in the room': 'never, and is told why while agreeing' } as const
const ofPaper = {
  ...writers('from agreeing on'),
  ...alone('from agreeing on'),
  'others in the room': 'never, and is told why from agreeing on',
} as const

/**
 * Reviewed by hand: who gets an answer to each question of the API and may make each change, in a social worker's words. It knows nothing
 * of the policy, and the policy nothing of it.
 */
export const whoMay: Record<string, Row> = {
  // Anybody may come to the door, see the demo's front page, and go.
  me: { everybody: 'always' },
  storyCast: { everybody: 'always' },
  'storyCast, in service': {},
  chooseWho: { everybody: 'always' },
  'chooseWho, in service': { everybody: 'never, and is told why' },
  linkHolder: { everybody: 'always' },
  signIn: { everybody: 'always' },
  leave: { everybody: 'always' },

  // Workers find their families, their week and the council's places.
  families: { 'any worker': 'always' },
  teams: { 'any worker': 'always' },
  week: { 'any worker': 'always' },
  messagesNotSent: { 'any worker': 'always' },
  stuck: { 'any supervisor': 'always' },
  places: { 'any worker': 'always' },
  schoolTerms: { 'any worker': 'always' },
  holidaysAndSchool: { 'any worker': 'always' },
  keepPlace: { 'any supervisor': 'always' },
  endPlace: { 'any supervisor': 'always' },
  keepRoom: { 'any supervisor': 'always' },
  endRoom: { 'any supervisor': 'always' },
  keepSchoolTerm: { 'any supervisor': 'always' },
  endSchoolTerm: { 'any supervisor': 'always' },
  keepHolidaysAndSchool: { 'any supervisor': 'always' },
  myCalendar: { 'any worker': 'always' },
  saveMyBusyTimes: { 'any worker': 'always' },
  makeCalendarFeed: { 'any worker': 'always' },
  endCalendarFeed: { 'any worker': 'always' },
  // Helen is away: she says so, or who supervises her.
  sayAway: { ...coordinator('always'), ...supervisor('always') },
  endAway: { ...coordinator('always'), ...supervisor('always') },
  // A calendar's address opens when its worker is taken, and nothing else.
  heldTimes: { everybody: 'always' },

  // The family, for its own workers.
  openFamily: { 'any worker': 'always' },
  family: { ...workers, ...inEmergency('always') },
  // Whoever knows a child's name and day of birth is a worker, and says why.
  breakGlass: { 'any worker': 'always' },
  endBreakGlass: inEmergency('always'),
  reviewBreakGlass: supervisor('always'),
  addPerson: { ...socialWorker('always'), ...coordinator('always') },
  setParent: { ...socialWorker('always'), ...coordinator('always') },
  addContactPoint: { ...socialWorker('always'), ...coordinator('always') },
  correct: workers,
  'correct, of a reason to meet': workers,
  allocate: supervisor('always'),
  accessRecord: supervisor('always'),
  markApart: workers,
  liftApart: supervisor('always'),
  makeSignInLink: coordinator('once safety is settled'),
  endAccess: { ...coordinator('always'), ...supervisor('always') },

  // Getting ready.
  startMeeting: { ...socialWorker('always'), ...supervisor('always') },
  meeting: { ...workers, ...inEmergency('always') },
  changed: { ...workers, ...inEmergency('always'), ...told('always'), ...dad('always') },
  recordSafety: supervisor('until it has ended'),
  addWhy: { ...socialWorker('until it has ended'), ...coordinator('until it has ended') },
  addBottomLine: socialWorker('until it has ended'),
  agreeBottomLine: supervisor('until it has ended'),
  giveBottomLines: coordinator('before the day, once safety is settled'),
  addParticipant: { ...socialWorker('before the day'), ...coordinator('until it has ended') },
  prepare: coordinator('before the day'),
  setParticipation: coordinator('until it has ended'),
  decideNotPart: supervisor('until it has ended'),
  'sayWhenICanCome, for Grandad': { ...coordinator('always'), 'Grandad, kept apart from a place': 'always' },
  saveTimeAsk: coordinator('before the day'),
  setNeed: coordinator('before the day'),
  rankedTimes: coordinator('before the day, once safety is settled'),
  timeByHand: coordinator('before the day, once safety is settled'),
  bookTime: coordinator('before the day, once safety is settled'),
  confirmRooms: coordinator('until it has ended'),
  copies: coordinator('before the day, once safety is settled'),
  sendInvitations: coordinator('before the day, once safety is settled'),
  answerAnotherDay: coordinator('from the booking until it has ended'),
  // Somebody withdraws unseen: the social worker who referred the family is not told.
  writeWithdrawal: coordinator('until it has ended'),
  answerWithdrawal: { ...coordinator('always'), ...supervisor('always') },

  // What somebody of the family reads and says for themself.
  myMeetings: { everybody: 'always' },
  myMeeting: { ...told('always'), ...dad('always') },
  whoLooked: { 'everybody of a family': 'always' },
  myAvailability: { 'everybody of a family': 'always' },
  'sayWhenICanCome, for oneself': { 'everybody of a family': 'always' },
  withdrawUnseen: { ...told('until it has ended'), ...dad('always') },
  askQuestion: { ...told('before the day'), ...dad('always') },
  reply: { ...told('until the welcome is over, once it is booked'), ...dad('never, and is told why') },
  askAnotherDay: { ...told('until the welcome is over, once it is booked'), ...dad('never, and is told why') },

  // The day. Only the family ends private family time; the coordinator writes down that they did.
  moveStage: coordinator('until it has ended, once safety is settled'),
  attend: coordinator('on the day'),
  endMeeting: coordinator('until it has ended'),
  myRoom: { 'everybody in a private room': 'from private family time on' },
  startDraft: { ...writers('in private family time'), ...alone('in private family time'), ...others },
  keepKeyShare: { ...writers('from private family time on'), ...alone('from private family time on'), ...others },
  comeBackToDraft: {
    ...writers('from private family time on'),
    ...alone('from private family time on'),
    'others in the room': 'from private family time on',
  },
  keepNothingHere: {
    ...writers('from private family time on'),
    ...alone('from private family time on'),
    'others in the room': 'from private family time on',
  },
  offerJoin: { ...writers('in private family time'), ...alone('in private family time'), ...others },
  joinOffer: { ...writers('in private family time'), 'others in the room': 'in private family time' },
  replyToJoin: { ...writers('in private family time'), 'others in the room': 'in private family time' },
  wrapForJoin: { ...writers('in private family time'), ...others },
  appendEnvelopes: { ...writers('in private family time'), ...alone('in private family time'), ...others },
  relayHead: { ...writers('in private family time'), ...alone('in private family time'), ...others },
  envelopes: { ...writers('from private family time on'), ...alone('from private family time on') },
  // Six words on paper, for a phone that has no key: what opens it is not the session but the words.
  keepRescueWords: { ...writers('in private family time'), ...alone('in private family time'), ...others },
  findByRescueWords: { 'everybody in a private room': 'in private family time' },
  openByRescueWords: { 'everybody in a private room': 'in private family time' },
  dropSession: { ...writers('in private family time'), ...alone('never, and is told why on the day'), ...others },
  // Nan alone has nobody to show it to.
  proposeShare: { ...writers('in private family time'), ...alone('never, and is told why on the day'), ...others },
  stopShare: { ...writers('in private family time'), ...alone('never, and is told why on the day'), ...others },
  sharePlan: { ...writers('in private family time'), ...alone('in private family time'), ...others },
  endPrivateTime: { ...writers('in private family time'), ...alone('never, and is told why on the day'), ...others },
  endPrivateTimeForFamily: coordinator('in private family time'),
  endWithoutKey: { 'everybody in a private room': 'in private family time' },
  stopEndWithoutKey: { ...writers('in private family time'), ...alone('in private family time'), ...others },
  undoEndWithoutKey: { ...writers('in private family time'), ...alone('in private family time'), ...others },
  endOnSpokenWord: coordinator('in private family time'),

  // The plan and its promises.
  plan: { "the family's workers": 'once there is a plan', ...inEmergency('once there is a plan') },
  myPlan: { ...told('once there is a plan') },
  // To the coordinator alone, from a phone that holds the plan's key.
  doubtPlan: { ...writers('from private family time on'), ...alone('from private family time on'), ...others },
  takeBackDoubt: { ...writers('from private family time on'), ...alone('from private family time on'), ...others },
  // What was on paper is said to be theirs, or not, by whoever was in its room; Gran says that it is not.
  typePaperPlan: coordinator('from agreeing on'),
  takeBackPaperPlan: coordinator('from agreeing on'),
  confirmPaperPlanFor: coordinator('from agreeing on'),
  confirmPaperPlan: ofPaper,
  doubtPaperPlan: ofPaper,
  takeBackPaperDoubt: ofPaper,
  agreePlan: {
    ...writers('while agreeing'),
    ...notVouched,
    'Nan, kept apart from a room': 'while agreeing',
    'Grandad, kept apart from a place': 'while agreeing',
    'the advocate': 'while agreeing',
  },
  agreePlanFor: coordinator('while agreeing'),
  answerForCouncil: { ...socialWorker('from agreeing on'), ...supervisor('from agreeing on') },
  makeAction: coordinator('from agreeing on'),
  "acceptAction, Gran's promise": { Gran: 'from agreeing on', ...coordinator('from agreeing on') },
  "acceptAction, the council's promise": socialWorker('from agreeing on'),
  "reportAction, Gran's promise": { Gran: 'from agreeing on', ...coordinator('from agreeing on') },
  "reportAction, the council's promise": { ...socialWorker('from agreeing on'), ...coordinator('from agreeing on') },
  sendActions: coordinator('once it has ended'),
  bookReview: coordinator('from agreeing on'),
  myActions: { 'everybody of a family': 'always' },
  actionByLink: { 'the holder of a promise link': 'from agreeing on' },
  reportActionByLink: { 'the holder of a promise link': 'from agreeing on', 'whoever has no such link': 'never, and is told why' },
}
