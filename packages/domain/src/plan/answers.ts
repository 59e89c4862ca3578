import { Refusal } from '../refusal'

/** A participant's answer to one version of the plan. */
export const agreementAnswers = ['yes', 'notYet', 'later', 'notAsked'] as const
export type AgreementAnswer = (typeof agreementAnswers)[number]

/** To whom the answer was given. */
export const givenTo = ['ownScreen', 'slip', 'coordinator'] as const
export type GivenTo = (typeof givenTo)[number]

/** The council's answer to the plan or to one request in it. */
export const councilAnswers = ['yes', 'no', 'notYet', 'decidedBy'] as const
export type CouncilAnswerKind = (typeof councilAnswers)[number]

/** What a person may answer on their own screen: "could not be asked" is for others to say of them. */
export const ownAnswers = ['yes', 'notYet', 'later'] as const satisfies readonly AgreementAnswer[]

/** True when the participant has said something about the plan itself: not "ask me later", not "could not be asked". */
export function hasAnswered(answer: AgreementAnswer): boolean {
  return answer === 'yes' || answer === 'notYet'
}

/** No and not yet say why, not yet also what would make it a yes; "somebody else decides" says who and by when. */
export function checkCouncilAnswer(
  answer: CouncilAnswerKind,
  said: { reason: string; wouldMakeYes: string; decider: string; decideBy: string },
): void {
  if ((answer === 'no' || answer === 'notYet') && said.reason.trim() === '') throw new Refusal('answerNeedsReason', 'reason')
  if (answer === 'notYet' && said.wouldMakeYes.trim() === '') throw new Refusal('answerNeedsReason', 'wouldMakeYes')
  if (answer === 'decidedBy' && (said.decider.trim() === '' || said.decideBy.trim() === '')) throw new Refusal('deciderMissing', 'decider')
}
