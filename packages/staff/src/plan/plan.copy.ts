import type { AgreementAnswer, CouncilAnswerKind, GivenTo } from '@kinplan/domain/plan/answers'
import type { ActionState } from '@kinplan/domain/action/action-states'

export const answerWords: Record<AgreementAnswer, string> = {
  yes: 'Yes',
  notYet: 'Not happy yet',
  later: 'Ask me later',
  notAsked: 'Could not be asked',
}

export const givenWords: Record<GivenTo, string> = {
  ownScreen: 'On their own screen',
  slip: 'On a slip of paper',
  coordinator: 'Told to me alone',
}

export const councilWords: Record<CouncilAnswerKind, string> = {
  yes: 'Yes',
  no: 'No',
  notYet: 'Not yet',
  decidedBy: 'Somebody else decides',
}

export const actionStateWords: Record<ActionState, string> = {
  promised: 'Promised',
  doing: 'Doing it',
  done: 'Done',
  needsHand: 'Needs a hand',
  noLongerNeeded: 'No longer needed',
}

export const actionWords = {
  notBinding: 'Not yet said yes to',
  pastDay: 'Past its day',
  late: 'Late',
}

export const planWords = {
  noneYet: 'No plan has been shared yet.',
  nonePrivate: 'The family is in private family time. Nobody of the council can read a word until the family shares its plan.',
  missing: 'This plan is not here, or not for you to read.',
  versions: 'Versions of the plan',
  version: (version: number, when: string, fromPaper: boolean) =>
    fromPaper ? `Version ${version}, from paper, the family’s since ${when}` : `Version ${version}, shared ${when}`,
  newest: 'the newest',
  sharedBy: (name: string) => `Shared by ${name}.`,
  doubted: '“This is not what we wrote”',
  doubtedBy: (name: string, when: string) => `${name} says so of this plan (${when}).`,
  doubtedMore:
    'Only you are told. Talk with them alone before anybody agrees. The family can share a new version in more private time. ' +
    'They can take it back.',
  sharedByLink: (worker: string) =>
    `It came from a phone that signed in by a link that ${worker} made and could open. The family is told so.`,
  sharedAlone: 'Nobody else of the family had joined the plan on that phone: ask the family whether it is theirs.',
  answeredByLink: (worker: string) => `By a link that ${worker} made: counts as told to the coordinator`,
  countByLink: (count: number) =>
    `${count === 1 ? '1 answer' : `${count} answers`} came by a link that a worker made. The family is told so.`,
  older: 'There is a newer version. Answers belong to one version; a new one starts empty.',
  answersHeading: 'What the plan answers',
  answersWhy: 'One row for each thing it must make sure of.',
  noLines: 'Nothing has been written down that the plan must make sure of.',
  answered: (steps: number) => (steps === 1 ? '1 step, all said' : `${steps} steps, all said`),
  partly: (steps: number, open: string) => `${steps === 1 ? '1 step' : `${steps} steps`}; not said: ${open}`,
  unanswered: 'No step yet',
  others: 'Also in the plan',
  step: {
    who: 'Who',
    byWhen: 'By when',
    howWeWillKnow: 'How we will know',
    helpNeeded: 'Help needed',
    ifItDoesNotWork: 'If it does not work',
  },
  what: 'what we will do',
  wantYouToKnow: 'What we want you to know',
  familyHeading: 'What people said',
  familyCount: (answered: number, all: number) => `${answered} of ${all} have answered this version.`,
  familyWhy: 'Answers are given unseen. Until the meeting ends the giver and you read them; afterwards only the giver.',
  who: 'Who',
  answer: 'Answer',
  reason: 'Why',
  given: 'Given',
  answersTable: 'Answers to this version',
  noAnswers: 'Nobody has answered this version yet.',
  enterHeading: 'Write down an answer',
  enterWhy: 'From a slip, or told to you alone. Read it back to the person before you save it.',
  participant: 'Whose answer',
  choosePerson: 'Choose a person',
  givenTo: 'How it was given',
  enterReason: 'Why, if they want it written down',
  enter: 'Save this answer',
  councilHeading: 'The council’s answer',
  councilWhy: 'Given the same day: to the plan as a whole, and to each thing the family asks for.',
  whole: 'The plan as a whole',
  asked: 'The family asks for',
  waitingSince: (when: string) => `Waiting since ${when}`,
  giveAnswer: 'Answer this',
  changeAnswer: 'Answer this again',
  councilAnswer: 'Your answer',
  councilReason: 'Why',
  wouldMakeYes: 'What would make it a yes',
  decider: 'Who decides',
  decideBy: 'By when',
  aloud: 'I have said this aloud to the family',
  aloudFirst: 'Say it aloud first. Nobody should meet a no on a screen.',
  save: 'Save this answer',
  by: (name: string, when: string) => `${name}, ${when}`,
  decides: (who: string, when: string) => `${who} decides by ${when}.`,
  makesYes: 'It would be a yes if:',
  oldHeading: 'The plan of last time, and what happened',
  oldNone: 'No promises were made from it.',
  oldSteps: 'What the plan said',
  oldActions: 'What happened',
  whoseBy: (owner: string, when: string) => `${owner}, by ${when}`,
}
