import type { Ending, MeetingKind, Stage } from '@kinplan/domain/meeting/stages'

/** A stage as one would say it. */
export const stageWords: Record<Stage, string> = {
  preparing: 'Preparing',
  booked: 'Booked',
  welcome: 'Welcome',
  information: 'Information',
  privateTime: 'Private family time',
  agreeing: 'Agreeing the plan',
  ended: 'Ended',
}

export const kindWords: Record<MeetingKind, string> = {
  conference: 'Family meeting',
  review: 'Review meeting',
}

export const endingWords: Record<Ending, string> = {
  plan: 'with a plan',
  partOfPlan: 'with part of a plan',
  severalPlans: 'with more than one plan',
  anotherDate: 'with another date',
  noPlanThisTime: 'with no plan this time',
  stoppedForSafety: 'stopped for safety',
}

export const meetingWords = {
  tabs: { why: 'Why', people: 'People & prepare', times: 'Times', day: 'The day', plan: 'Plan', actions: 'Promises', pack: 'Print' },
  parts: 'Parts of this meeting',
  title: (tab: string, family: string) => `${tab}: ${family}`,
  noDate: 'No date yet',
  coordinator: 'Coordinator',
  referrer: 'Asked for by',
  children: 'About',
  stages: 'Stages of this meeting',
  ended: (ending: string) => `This meeting ended ${ending}.`,
  nextStep: 'What happens next:',
}
