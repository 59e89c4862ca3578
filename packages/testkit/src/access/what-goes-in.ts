/** What an id may name, so that one that names something else is as good as none. `new`: whoever sends it makes it up. */
export type Named =
  | 'family'
  | 'person'
  | 'parentSlot'
  | 'pair'
  | 'meeting'
  | 'participant'
  | 'bottomLine'
  | 'breakGlass'
  | 'withdrawal'
  | 'anotherDay'
  | 'draft'
  | 'session'
  | 'plan'
  | 'step'
  | 'action'
  | 'worker'
  | 'away'
  | 'team'
  | 'place'
  | 'room'
  | 'term'
  | 'anybody'
  | 'new'

/** Of the arguments of a field, or of the fields of an input: those that are words, numbers, choices or tokens, and what the ids name. */
interface GoesIn {
  words: string
  names?: Record<string, Named>
}

/** Reviewed by hand: all that can be sent, by the field or the input that takes it. */
export const whatGoesIn: Record<string, GoesIn> = {
  acceptAction: { words: 'version', names: { actionId: 'action' } },
  addBottomLine: { words: 'input' },
  addContactPoint: { words: 'input' },
  addParticipant: { words: 'input' },
  addPerson: { words: 'input' },
  addWhy: { words: 'input' },
  agreeBottomLine: { words: 'version', names: { bottomLineId: 'bottomLine' } },
  agreePlan: { words: 'input' },
  agreePlanFor: { words: 'input' },
  allocate: { words: 'input' },
  answerAnotherDay: { words: '', names: { id: 'anotherDay' } },
  answerForCouncil: { words: 'input' },
  answerWithdrawal: { words: 'input' },
  appendEnvelopes: { words: 'input' },
  askAnotherDay: { words: 'input' },
  askQuestion: { words: 'text', names: { meetingId: 'meeting' } },
  attend: { words: 'attended', names: { participantId: 'participant' } },
  bookReview: { words: 'input' },
  bookTime: { words: 'input' },
  breakGlass: { words: 'input' },
  chooseWho: { words: '', names: { id: 'anybody' } },
  confirmRooms: { words: 'version', names: { meetingId: 'meeting' } },
  correct: { words: 'input' },
  decideNotPart: { words: 'input' },
  doubtPlan: { words: 'memberProof', names: { draftId: 'draft' } },
  dropSession: { words: '', names: { meetingId: 'meeting', sessionId: 'session' } },
  endAccess: { words: '', names: { personId: 'person' } },
  endAway: { words: '', names: { id: 'away' } },
  endBreakGlass: { words: '', names: { familyId: 'family' } },
  endMeeting: { words: 'input' },
  endOnSpokenWord: { words: 'saidBy', names: { meetingId: 'meeting' } },
  endPlace: { words: '', names: { id: 'place' } },
  endPrivateTime: { words: 'memberProof', names: { meetingId: 'meeting' } },
  endPrivateTimeForFamily: { words: 'saidBy', names: { meetingId: 'meeting' } },
  endRoom: { words: '', names: { id: 'room' } },
  endSchoolTerm: { words: '', names: { id: 'term' } },
  endWithoutKey: { words: 'kind', names: { meetingId: 'meeting' } },
  giveBottomLines: { words: 'on', names: { meetingId: 'meeting' } },
  keepHolidaysAndSchool: { words: 'input' },
  comeBackToDraft: { words: 'memberProof', names: { draftId: 'draft' } },
  keepKeyShare: { words: 'memberProof', names: { draftId: 'draft' } },
  keepNothingHere: { words: '', names: { draftId: 'draft' } },
  keepPlace: { words: 'input' },
  keepRoom: { words: 'input' },
  keepSchoolTerm: { words: 'input' },
  liftApart: { words: '', names: { pairId: 'pair' } },
  makeAction: { words: 'input' },
  makeSignInLink: { words: '', names: { personId: 'person' } },
  markApart: { words: 'input' },
  moveStage: { words: 'to version', names: { meetingId: 'meeting' } },
  offerJoin: { words: 'input' },
  openFamily: { words: 'input' },
  prepare: { words: 'input' },
  proposeShare: { words: 'input' },
  recordSafety: { words: 'input' },
  reply: { words: 'input' },
  relayHead: { words: 'input' },
  replyToJoin: { words: 'input' },
  reportAction: { words: 'input' },
  reportActionByLink: { words: 'input' },
  reviewBreakGlass: { words: 'input' },
  saveMyBusyTimes: { words: 'input' },
  saveTimeAsk: { words: 'input' },
  sayAway: { words: 'input' },
  sayWhenICanCome: { words: 'input' },
  sendActions: { words: '', names: { planId: 'plan' } },
  sendInvitations: { words: 'version', names: { meetingId: 'meeting' } },
  setNeed: { words: 'input' },
  setParent: { words: 'input' },
  setParticipation: { words: 'input' },
  sharePlan: { words: 'input' },
  signIn: { words: 'code token' },
  startDraft: { words: 'input' },
  startMeeting: { words: 'input' },
  stopShare: { words: 'memberProof', names: { draftId: 'draft' } },
  stopEndWithoutKey: { words: 'memberProof', names: { draftId: 'draft' } },
  takeBackDoubt: { words: 'memberProof', names: { draftId: 'draft' } },
  undoEndWithoutKey: { words: 'memberProof', names: { draftId: 'draft' } },
  withdrawUnseen: { words: '', names: { meetingId: 'meeting' } },
  wrapForJoin: { words: 'input' },
  writeWithdrawal: { words: '', names: { participantId: 'participant' } },
  accessRecord: { words: 'after first', names: { familyId: 'family' } },
  actionByLink: { words: 'token' },
  copies: { words: '', names: { meetingId: 'meeting' } },
  families: { words: 'after first' },
  family: { words: '', names: { id: 'family' } },
  heldTimes: { words: 'token' },
  joinOffer: { words: 'jid' },
  linkHolder: { words: 'token' },
  meeting: { words: '', names: { id: 'meeting' } },
  myMeeting: { words: '', names: { id: 'meeting' } },
  myPlan: { words: '', names: { id: 'plan' } },
  myRoom: { words: '', names: { meetingId: 'meeting' } },
  plan: { words: '', names: { id: 'plan' } },
  rankedTimes: { words: 'ask', names: { meetingId: 'meeting' } },
  timeByHand: { words: 'ask date start', names: { meetingId: 'meeting', placeId: 'place' } },
  week: { words: 'from' },
  whoLooked: { words: 'before' },
  changed: { words: '', names: { meetingId: 'meeting' } },
  envelopes: { words: 'after known memberProof', names: { draftId: 'draft' } },
  AddBottomLineInput: { words: 'laterReason text', names: { childIds: 'person', meetingId: 'meeting' } },
  AddContactPointInput: { words: 'kind note reason safeToUse talkedOn value', names: { personId: 'person' } },
  AddParticipantInput: { words: 'need', names: { meetingId: 'meeting', personId: 'person', workerId: 'worker' } },
  AddPersonInput: { words: 'bornOn kind name relations zone', names: { familyId: 'family' } },
  AddWhyInput: { words: 'kind text', names: { meetingId: 'meeting' } },
  AgreePlanForInput: { words: 'answer givenTo reason', names: { participantId: 'participant', planId: 'plan' } },
  AgreePlanInput: { words: 'answer reason', names: { planId: 'plan' } },
  AllocateInput: { words: 'role', names: { familyId: 'family', workerId: 'worker' } },
  AnswerForCouncilInput: { words: 'answer decideBy decider reason wouldMakeYes', names: { planId: 'plan', stepId: 'step' } },
  AnswerWithdrawalInput: { words: 'outcome words', names: { id: 'withdrawal' } },
  AppendEnvelopesInput: { words: 'device envelopes epoch memberProof', names: { draftId: 'draft' } },
  AskAnotherDayInput: { words: 'words', names: { meetingId: 'meeting' } },
  BookReviewInput: {
    words: 'date minutes place placeIsOther start',
    names: { placeId: 'place', planId: 'plan', roomId: 'room', secondRoomId: 'room' },
  },
  BookTimeInput: {
    words: 'date minutes place placeIsOther start version',
    names: { meetingId: 'meeting', placeId: 'place', roomId: 'room', secondRoomId: 'room' },
  },
  BreakGlassInput: { words: 'childBornOn childName reason' },
  ChildInput: { words: 'bornOn name' },
  CorrectInput: { words: 'field value version', names: { subjectId: 'person' } },
  DecideNotPartInput: { words: 'lookAgainOn reason version viewsGathered', names: { participantId: 'participant' } },
  EndMeetingInput: { words: 'ending nextStep version', names: { meetingId: 'meeting' } },
  EnvelopeInput: { words: 'kind n nonce sealed', names: { id: 'new' } },
  KeepHolidaysAndSchoolInput: { words: 'nation schoolEnd schoolStart' },
  KeepPlaceInput: { words: 'address name', names: { id: 'place' } },
  KeepRoomInput: { words: 'capacity name stepFree twoWaysOut', names: { id: 'room', placeId: 'place' } },
  KeepSchoolTermInput: { words: 'from name until', names: { id: 'term' } },
  MakeActionInput: { words: 'dueOn text', names: { ownerPersonId: 'person', ownerWorkerId: 'worker', planId: 'plan', stepId: 'step' } },
  MarkApartInput: { words: 'levels', names: { atRiskId: 'person', oneId: 'person', otherId: 'person' } },
  OfferJoinInput: { words: 'jid memberProof offer', names: { draftId: 'draft' } },
  OpenFamilyInput: { words: 'children name zone', names: { teamId: 'team' } },
  PrepareInput: {
    words: 'howToReach isItSafe version wantsToTakePart whatWouldHelp whoMayKnow whoShouldBeThere',
    names: { participantId: 'participant' },
  },
  ProposeShareInput: { words: 'digest head shareProof', names: { draftId: 'draft' } },
  RecordSafetyInput: { words: 'advice arrivalLeaving ifSomebodyComes ordersChecked saidAlone shape', names: { meetingId: 'meeting' } },
  RelationInput: { words: 'basis kind responsibility', names: { childId: 'person', throughId: 'person' } },
  ReplyInput: { words: 'how reply version', names: { meetingId: 'meeting' } },
  RelayHeadInput: { words: 'device epoch head memberProof', names: { draftId: 'draft' } },
  ReplyToJoinInput: { words: 'jid reply' },
  ReportActionInput: { words: 'state version words', names: { actionId: 'action' } },
  ReportByLinkInput: { words: 'state token words' },
  ReviewBreakGlassInput: { words: 'finding words', names: { id: 'breakGlass' } },
  RuleInput: { words: 'busy cycle end from how kind preference shifts sleepUntil start timeOffDays until weekdays' },
  SaveMyBusyTimesInput: { words: 'busy from until' },
  SaveTimeAskInput: { words: 'ask version', names: { meetingId: 'meeting' } },
  SayAwayInput: { words: 'from until', names: { workerId: 'worker' } },
  SayWhenInput: { words: 'rules version zone', names: { personId: 'person' } },
  SetNeedInput: { words: 'need partEdge partMinutes travel version', names: { comesWithId: 'participant', participantId: 'participant' } },
  SetParentInput: {
    words: 'label reason state version',
    names: { childId: 'person', familyId: 'family', personId: 'person', slotId: 'parentSlot' },
  },
  SetParticipationInput: { words: 'how state version', names: { participantId: 'participant' } },
  SharePlanInput: { words: 'digest head shareProof steps wantYouToKnow', names: { draftId: 'draft' } },
  StartDraftInput: { words: 'memberProofHash shareProofHash', names: { draftId: 'new', meetingId: 'meeting' } },
  StartMeetingInput: { words: '', names: { childIds: 'person', coordinatorId: 'worker', familyId: 'family', referrerId: 'worker' } },
  StepInput: { words: 'byWhen heading helpNeeded howWeWillKnow ifItDoesNotWork what who', names: { bottomLineId: 'bottomLine' } },
  TimesAsk: {
    words: 'bankHolidays earliest from latest minutes noticeDays schoolHours secondRoom stepFree twoWaysOut until weekdays',
    names: { placeIds: 'place' },
  },
  TravelInput: { words: 'minutes', names: { placeId: 'place' } },
  WrapForJoinInput: { words: 'jid memberProof wrapped' },
}
