import type { TypeRow } from './row'

const theirWorkers = { 'whichever workers read the family': 'once there is a plan' } as const
const told = { 'everybody who is told of the meeting': 'once there is a plan' } as const
const both = { ...theirWorkers, ...told } as const
const coordinator = { 'the coordinator': 'once there is a plan' } as const

/** The plan and its promises. */
export const whoSeesThePlan: Record<string, TypeRow> = {
  Plan: {
    who: theirWorkers,
    all: `id version sharedAt meetingId wantYouToKnow sharedBy steps answered participants council viewerCan actions
      answeredByLink`,
    // Who said what is for the coordinator, and only until everybody has answered.
    some: { agreements: { 'the coordinator': 'while agreeing' }, possibleOwners: coordinator },
    unmet: 'sharedThrough',
  },
  PlanRow: { who: both, all: 'id version sharedAt' },
  PlanStep: { who: both, all: 'id bottomLineId heading what who byWhen howWeWillKnow helpNeeded ifItDoesNotWork' },
  Agreement: { who: { 'the coordinator': 'while agreeing' }, all: 'participantId name answer givenTo reason', unmet: 'linkOf' },
  CouncilAnswer: { who: both, all: 'id answer at by stepId reason wouldMakeYes decider decideBy' },
  Action: {
    who: theirWorkers,
    all: `id stepId text dueOn state binding late version ownerPersonId ownerWorkerId ofCouncil owner viewerCan writtenDownBy
      updates`,
  },
  ActionUpdate: { who: theirWorkers, all: 'id state words at by' },
  PossibleOwner: { who: coordinator, all: 'id name title ofCouncil' },
  SharedThrough: { who: both, all: '', unmet: 'linkOf alone mine' },
  MyPlan: {
    who: told,
    all: 'id version sharedAt meetingId wantYouToKnow steps council viewerCan actions answeredByLink',
    // Nobody of the family ever sees what another answered.
    some: { myAnswer: { Gran: 'once there is a plan' } },
    unmet: 'sharedThrough',
  },
  MyAnswer: { who: { Gran: 'once there is a plan' }, all: 'answer reason', unmet: 'linkOf' },
  MyPlanAction: { who: told, all: 'id text dueOn state owner ofCouncil' },
  MyAction: {
    who: {
      Gran: 'once there is a plan',
      'Aunt, on a link that a worker made': 'once there is a plan',
      'the holder of a promise link': 'once there is a plan',
    },
    all: 'id text dueOn state binding version ownerName coordinator',
  },
}
