import type { Audience } from './audiences'

/** What an open text is: nothing in it is of anybody's life. */
export type Open =
  /** One of a list in `domain`: a state, a kind, a level, a zone. */
  | 'code'
  /** The day, hour or length of a meeting, or of a promise. Who learns of them when is held by not-told.test.ts and check:swap. */
  | 'time'
  /** Which thing is meant: an id, a place in a list, a number of seats. */
  | 'pointer'
  /** Only a hash or a fingerprint is kept. */
  | 'hash'
  /** The council's own, shown to every worker and to families: its name, its workers' names and phones, its places, its school days. */
  | 'council'

/**
 * `to`: who may ever receive it, beside whoever wrote it. `sealed`: the column holds no clear text, so that no dump of the database does.
 * `open`: not confidential, and why.
 */
export type Classified = { readonly to: readonly Audience[]; readonly sealed?: true } | { readonly open: Open }

const open = (why: Open): Classified => ({ open: why })
const to = (...audiences: Audience[]): Classified => ({ to: audiences })
const sealedTo = (...audiences: Audience[]): Classified => ({ to: audiences, sealed: true })

const ownWorkers = ['social worker', 'coordinator', 'supervisor'] as const
/** And whoever reads the family in an emergency. */
const workersOfFamily = [...ownWorkers, 'whoever reads in an emergency'] as const
/** What was on paper, before somebody of its room says that it is what they wrote, and then. */
const onPaper = to(
  'coordinator',
  'whoever is in the room',
  'whoever takes part, once it is a plan',
  'whichever workers read the family, once it is a plan',
)
/** What is said in the open of the meeting. */
const openToMeeting = to(...workersOfFamily, 'whoever takes part')

/**
 * Every column of text or bytes in `prisma/models`, each with who may ever receive what stands in it. Written from the design (product,
 * architecture, docs/security.md) and never from the policy, which it is there to catch out. Ids are none.
 */
export const columns = {
  'AccessRecord.job': open('code'),
  'AccessRecord.right': open('code'),
  'AccessRecord.reason': open('code'),
  'AccessRecord.mac': open('hash'),
  'RecordSeal.seal': open('hash'),
  'RateLimit.name': open('hash'),
  'BreakGlass.reason': to(...ownWorkers),
  'BreakGlass.finding': open('code'),
  'BreakGlass.reviewWords': to(...ownWorkers),
  'Outcome.operation': open('code'),
  'Outcome.key': open('pointer'),
  'Outcome.inputHash': open('hash'),

  'Council.name': open('council'),
  'Council.phone': open('council'),
  'Council.nation': open('code'),
  'Council.schoolStart': open('council'),
  'Council.schoolEnd': open('council'),
  'Council.keyCheck': open('hash'),
  'Worker.name': open('council'),
  'Worker.title': open('council'),
  'Worker.phone': open('council'),
  'Team.name': open('council'),
  'Place.name': open('council'),
  'Place.address': open('council'),
  'Room.name': open('council'),
  'SchoolTerm.name': open('council'),
  'SchoolTerm.fromDate': open('council'),
  'SchoolTerm.untilDate': open('council'),

  'Session.tokenHash': sealedTo('nobody'),
  'SignInLink.tokenHash': sealedTo('the person'),
  'SignInLink.codeHash': sealedTo('nobody'),
  'SignInLink.deviceHash': sealedTo('nobody'),
  'ActionLink.tokenHash': sealedTo('the person'),
  'CalendarFeed.tokenHash': sealedTo('nobody'),
  'WorkerBusy.kind': open('code'),

  'Action.text': to(...workersOfFamily, 'whoever takes part and may know of the person', 'the person'),
  'Action.dueOn': open('time'),
  'Action.state': open('code'),
  'ActionUpdate.state': open('code'),
  'ActionUpdate.words': to(...workersOfFamily, 'the person'),

  'AvailabilityRule.kind': open('code'),
  'AvailabilityRule.startWall': to('coordinator', 'the person'),
  'AvailabilityRule.endWall': to('coordinator', 'the person'),
  'AvailabilityRule.fromDate': to('coordinator', 'the person'),
  'AvailabilityRule.untilDate': to('coordinator', 'the person'),
  'AvailabilityRule.zone': open('code'),
  'AvailabilityRule.how': open('code'),
  'AvailabilityRule.preference': open('code'),
  'AvailabilityRule.sleepUntil': to('coordinator', 'the person'),
  'AvailabilityRule.cycle': to('coordinator', 'the person'),
  'AvailabilityRule.shifts': to('coordinator', 'the person'),
  'AvailabilityRule.busy': to('coordinator', 'the person'),
  'TimeAsk.fromDate': open('time'),
  'TimeAsk.untilDate': open('time'),
  'TimeAsk.earliest': open('time'),
  'TimeAsk.latest': open('time'),

  'Family.name': to(...workersOfFamily),
  'Family.zone': open('code'),
  'Allocation.role': open('code'),
  'Person.name': to(...workersOfFamily, 'whoever of the family may know of the person'),
  'Person.kind': open('code'),
  'Person.bornOn': to(...workersOfFamily),
  'Person.zone': open('code'),
  'ParentSlot.label': to(...workersOfFamily),
  'ParentSlot.state': open('code'),
  'ParentSlot.reason': to(...workersOfFamily),
  'Relation.kind': open('code'),
  'Relation.basis': to(...workersOfFamily),
  'PairApart.level': open('code'),
  'ContactPoint.kind': open('code'),
  'ContactPoint.sealed': sealedTo('social worker', 'coordinator', 'the person'),
  'ContactPoint.sealedNote': sealedTo('social worker', 'coordinator'),
  'ContactPoint.sealedReason': sealedTo('social worker', 'coordinator'),
  'ContactPoint.talkedOn': open('time'),
  'EarlierValue.field': open('code'),
  'EarlierValue.value': to(...workersOfFamily),

  'Meeting.kind': open('code'),
  'Meeting.stage': open('code'),
  'Meeting.startWall': open('time'),
  'Meeting.zone': open('code'),
  'Meeting.place': to(...workersOfFamily, 'whoever was told of the meeting'),
  'Meeting.ending': open('code'),
  'Meeting.nextStep': openToMeeting,
  'WhyEntry.kind': open('code'),
  'WhyEntry.text': openToMeeting,
  'BottomLine.text': to(...workersOfFamily, 'whoever takes part, once it was given'),
  'BottomLine.givenToFamilyOn': open('time'),
  'BottomLine.laterReason': to(...workersOfFamily, 'whoever takes part, once it was given'),
  'Participant.need': open('code'),
  'Participant.state': open('code'),
  'Participant.how': open('code'),
  'Participant.notPartReason': to(...workersOfFamily),
  'Participant.lookAgainOn': open('time'),
  'Participant.arriveAt': open('time'),
  'Participant.toldWays': open('code'),
  'Participant.plannedHow': open('code'),
  'Participant.partEdge': open('code'),
  'Preparation.wantsToTakePart': to('coordinator'),
  'Preparation.whoShouldBeThere': to('coordinator'),
  'Preparation.isItSafe': to('coordinator'),
  'Preparation.whoMayKnow': to('coordinator'),
  'Preparation.howToReach': to('coordinator'),
  'Preparation.whatWouldHelp': to('coordinator'),
  'SafetyDecision.saidAlone': to('coordinator', 'supervisor'),
  'SafetyDecision.ordersChecked': to('coordinator', 'supervisor', 'whoever reads in an emergency'),
  'SafetyDecision.advice': to('coordinator', 'supervisor', 'whoever reads in an emergency'),
  'SafetyDecision.shape': to('coordinator', 'supervisor', 'whoever reads in an emergency'),
  'SafetyDecision.arrivalLeaving': to('coordinator', 'supervisor', 'whoever reads in an emergency'),
  'SafetyDecision.ifSomebodyComes': to('coordinator', 'supervisor', 'whoever reads in an emergency'),
  'WithdrawalContact.outcome': open('code'),
  'WithdrawalContact.words': to('coordinator', 'supervisor'),
  'RoomHold.use': open('code'),
  'AnotherDay.text': to('coordinator', 'the person'),

  'Message.kind': open('code'),
  'Message.sealed': sealedTo('the person'),
  'Message.state': open('code'),

  'PrivateRoom.saidByName': to(...ownWorkers, 'whoever is in the room'),
  'Draft.state': open('code'),
  'Draft.memberProofHash': sealedTo('nobody'),
  'Draft.shareProofHash': sealedTo('nobody'),
  'EndWithoutKey.kind': open('code'),
  'EndWithoutKey.saidByName': to(...ownWorkers, 'whoever is in the room'),
  'ShareProposal.digest': open('hash'),
  'DraftPass.right': open('code'),
  'Writer.device': to('whoever is in the room'),
  'Envelope.device': to('whoever is in the room'),
  'Envelope.kind': open('code'),
  'Envelope.nonce': to('whoever is in the room'),
  'Envelope.sealed': sealedTo('whoever is in the room'),
  'JoinOffer.jid': to('whoever is in the room'),
  'JoinOffer.offer': to('whoever is in the room'),
  'JoinOffer.reply': to('whoever is in the room'),
  'JoinOffer.wrapped': to('whoever is in the room'),
  'RescueWords.salt': to('whoever is in the room'),
  'RescueWords.proofHash': sealedTo('nobody'),
  'RescueWords.sealed': to('whoever is in the room'),
  'KeyShare.bytes': to('nobody'),
  'KeyShare.deviceHash': open('hash'),

  'Plan.wantYouToKnow': openToMeeting,
  'Plan.digest': open('hash'),
  'PlanStep.heading': openToMeeting,
  'PlanStep.what': openToMeeting,
  'PlanStep.who': openToMeeting,
  'PlanStep.byWhen': openToMeeting,
  'PlanStep.howWeWillKnow': openToMeeting,
  'PlanStep.helpNeeded': openToMeeting,
  'PlanStep.ifItDoesNotWork': openToMeeting,
  'Agreement.answer': open('code'),
  'Agreement.reason': to('the person', 'coordinator, while they agree'),
  'Agreement.givenTo': open('code'),
  'Plan.yesGivenTo': open('code'),
  'PaperPlan.wantYouToKnow': onPaper,
  'PaperStep.heading': onPaper,
  'PaperStep.what': onPaper,
  'PaperStep.who': onPaper,
  'PaperStep.byWhen': onPaper,
  'PaperStep.howWeWillKnow': onPaper,
  'PaperStep.helpNeeded': onPaper,
  'PaperStep.ifItDoesNotWork': onPaper,
  'PaperDoubt.words': to('coordinator', 'the person'),
  'CouncilAnswer.answer': open('code'),
  'CouncilAnswer.reason': openToMeeting,
  'CouncilAnswer.wouldMakeYes': openToMeeting,
  'CouncilAnswer.decider': openToMeeting,
  'CouncilAnswer.decideBy': open('time'),
} as const satisfies Record<string, Classified>

export type Column = keyof typeof columns
