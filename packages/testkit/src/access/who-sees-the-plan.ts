import type { TypeRow } from './row'

const theirWorkers = { 'whichever workers read the family': 'once there is a plan' } as const
const told = { 'everybody who is told of the meeting': 'once there is a plan' } as const
const both = { ...theirWorkers, ...told } as const
/** Answers and promises come with agreeing. */
const theirWorkersThen = { 'whichever workers read the family': 'from agreeing on' } as const
const toldThen = { 'everybody who is told of the meeting': 'from agreeing on' } as const
const bothThen = { ...theirWorkersThen, ...toldThen } as const
const coordinator = { 'the coordinator': 'from agreeing on' } as const
/** In each room whoever the family vouched for; where nobody began on a phone, everybody. */
export const whoWroteOnPaper = {
  'whoever wrote the plan together': 'from agreeing on',
  'Nan, kept apart from a room': 'from agreeing on',
} as const

/** The plan and its promises. */
export const whoSeesThePlan: Record<string, TypeRow> = {
  Plan: {
    who: theirWorkers,
    all: 'id version sharedAt fromPaper meetingId wantYouToKnow sharedBy steps answered participants viewerCan answeredByLink',
    some: {
      council: theirWorkersThen,
      actions: theirWorkersThen,
      // Who said what is for the coordinator, and only until everybody has answered.
      agreements: { 'the coordinator': 'while agreeing' },
      possibleOwners: coordinator,
      doubts: { 'the coordinator': 'once there is a plan' },
    },
    unmet: 'sharedThrough paperMark',
  },
  PlanRow: { who: both, all: 'id version sharedAt fromPaper' },
  PaperMark: { who: both, all: '', unmet: 'typedBy typedAt readBackTo yesBy yesGivenTo yesSaidTo mine' },
  // Nobody else of the council reads what was on paper before the family says that it is theirs, and nobody of another room.
  PaperPlan: { who: coordinator, all: 'id typing state typedBy typedAt readBackTo wantYouToKnow steps doubts' },
  PaperStep: {
    who: { ...coordinator, ...whoWroteOnPaper },
    all: 'id bottomLineId heading what who byWhen howWeWillKnow helpNeeded ifItDoesNotWork',
  },
  PaperDoubt: { who: coordinator, all: 'name words saidAt' },
  MyPaperPlan: { who: whoWroteOnPaper, all: 'id typedBy typedAt readBackTo wantYouToKnow steps stopped doubted mayAnswer' },
  PlanStep: { who: both, all: 'id bottomLineId heading what who byWhen howWeWillKnow helpNeeded ifItDoesNotWork' },
  Agreement: { who: { 'the coordinator': 'while agreeing' }, all: 'participantId name answer givenTo reason', unmet: 'linkOf' },
  PlanDoubt: { who: { 'the coordinator': 'once there is a plan' }, all: 'name saidAt' },
  CouncilAnswer: { who: bothThen, all: 'id answer at by stepId reason wouldMakeYes decider decideBy' },
  Action: {
    who: theirWorkersThen,
    all: `id stepId text dueOn state binding late version ownerPersonId ownerWorkerId ofCouncil owner viewerCan writtenDownBy
      updates`,
  },
  ActionUpdate: { who: theirWorkersThen, all: 'id state words at by' },
  PossibleOwner: { who: coordinator, all: 'id name title ofCouncil' },
  SharedThrough: { who: both, all: '', unmet: 'linkOf alone mine' },
  MyPlan: {
    who: told,
    all: 'id version sharedAt fromPaper meetingId wantYouToKnow steps viewerCan answeredByLink',
    some: {
      council: toldThen,
      actions: toldThen,
      // Nobody of the family ever sees what another answered.
      myAnswer: { Gran: 'from agreeing on' },
    },
    unmet: 'sharedThrough paperMark',
  },
  MyAnswer: { who: { Gran: 'from agreeing on' }, all: 'answer reason', unmet: 'linkOf' },
  MyPlanAction: { who: toldThen, all: 'id text dueOn state owner ofCouncil' },
  MyAction: {
    who: {
      Gran: 'from agreeing on',
      'Aunt, on a link that a worker made': 'from agreeing on',
      'the holder of a promise link': 'from agreeing on',
    },
    all: 'id text dueOn state binding version ownerName coordinator',
  },
}
