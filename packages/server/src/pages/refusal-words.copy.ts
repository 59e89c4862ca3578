import type { RefusalCode } from '@kinplan/domain/refusal'

/** What each refusal says to a person on these pages; the rest share one sentence. */
const words: Partial<Record<RefusalCode, string>> = {
  linkEnded:
    'This link has ended, or a newer one took its place. Ring your coordinator and ask for a new one. Nothing you said before is lost.',
  codeWrong: 'That is not the code. Look at it again, or ring and ask for it to be read out once more.',
  codeTooOften:
    'That was a few wrong codes, so this page waits a little to keep you safe. Or ring your coordinator and ask for a new link.',
  otherDevice:
    'This link was first opened on another phone or computer, and to keep you safe it only opens there. Is this a new phone, or did you ' +
    'clear this one? You did nothing wrong. Ring your coordinator and ask for a new link. Nothing you said before is lost.',
  changedMeanwhile: 'Something changed while this page was open. Here is how it stands now. Please look and answer again.',
  notNow: 'It is too late to change this here. Ring your coordinator.',
  choiceUnknown: 'That answer is not open for this meeting. Please choose another one, or ring your coordinator.',
  noWayChosen: 'Choose how you would like to take part.',
  wordsTooLong: 'That is more than fits. Please make it shorter.',
  wordsBroken: 'Some of those letters could not be kept. Please type them again.',
  storyOnly: 'This only works with the demo story, on this computer.',
}

export function refusalWords(code: RefusalCode): string {
  return words[code] ?? 'That did not work. Nothing was lost. Ring your coordinator if it happens again.'
}
