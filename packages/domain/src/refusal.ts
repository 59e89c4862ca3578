/**
 * Every refusal a person can meet, with its meaning for workers of the code. The words on screen
 * are in the apps' copy files. A refusal loses nothing and leaves nothing half done.
 */
const refusals = {
  notYours: 'Not there, or not yours: the two look the same outside.',
  notNow: 'Allowed to this person, but not in this stage of the meeting.',
  safetyFirst: 'A pair is kept apart and no manager has recorded a safety decision that covers it.',
  changedMeanwhile: 'Somebody else changed it first: the version expected is not the version found.',
  alreadyDone: 'It has been done once and can only be done once.',
  sameKeyOtherInput: 'The key of an earlier request came back with different input.',
  wordsMissing: 'A field that needs words has none.',
  wordsTooLong: 'More than the field holds.',
  wordsBroken: 'Holds a NUL or half of a character, which cannot be kept exactly.',
  choiceUnknown: 'Not one of the choices.',
  dateImpossible: 'Not a day in the calendar, or not written as one.',
  timeImpossible: 'Not a time of day, or not written as one, or one that the clocks skip.',
  numberImpossible: 'Not a whole number, or fewer or more than can be.',
  endBeforeStart: 'The end is not after the start.',
  dateGone: 'The day or time has passed.',
  zoneUnknown: 'Not a time zone.',
  noDayChosen: 'An ordinary week without a weekday.',
  noWayChosen: 'No way of taking part chosen.',
  windowTooLong: 'More weeks than can be searched.',
  tooMany: 'More entries than one list may hold.',
  keptApart: 'It would put two people together who are kept apart.',
  placeUnsure: 'A place in words could be where somebody is at that time who is to be kept apart.',
  roomTaken: 'The room is held for another meeting then.',
  workerTaken: 'A worker who takes part is held for another meeting then.',
  roomUnfit: 'The room is too small for those who come, or not as the meeting needs it.',
  notIndependent: 'The coordinator would be the worker who refers the family.',
  stageSkipped: 'A meeting moves one stage at a time.',
  noTimeYet: 'The meeting has no time yet.',
  nobodyInRoom: 'Nobody of the family could be in private family time.',
  stillPrivate: 'A private room has not ended.',
  parentHasPerson: 'A parent who is not known cannot be a person here.',
  unsafeBefore: 'Marked as not safe in this family: it becomes safe only with a reason and the day of a talk.',
  answerNeedsReason: 'No and not yet need a reason.',
  deciderMissing: 'Who decides, and by when, is not said.',
  linkEnded: 'The link was replaced, has ended, or never was.',
  codeWrong: 'Not the code that was spoken.',
  codeTooOften: 'Wrong codes: the next may be tried after a while.',
  otherDevice: 'The link belongs to the device that first opened it.',
  proofWrong: 'The device does not hold the key of this draft.',
  notVouched: 'The session is not vouched for in the private room: no other person there took the key with it.',
  keyStillHere: 'A device showed in the last ten minutes that it holds the key: it can end private family time itself.',
  draftMoved: 'Somebody has written more since the preview, or in the plan that was started again.',
  notShownYet: 'Not everybody who writes the plan has had a minute with exactly this, or somebody asked for more time.',
  draftClosed: 'The plan was shared, ended or started again; this draft takes no more words.',
  rescueWordsWrong: 'Not the rescue words of a plan that is being written in this private room.',
  rescueWordsTooOften: 'Rescue words were tried too often by one session; it may try again after a while.',
  joinEnded: 'The square was used, or ten minutes have passed.',
  envelopeRefused: 'The sealed words were not taken: too large, out of turn, or not from a member now.',
  envelopesTooMany: 'So much was sent of late that no more is taken for a while; the words stay on the device, and go later.',
  paperStopped: 'Somebody who wrote the plan on paper says that what was typed in is not what they wrote.',
  planNotLatest: 'A newer version of the plan is there.',
  storyOnly: 'Only with the demo story, on this computer.',
} as const

export type RefusalCode = keyof typeof refusals
export const refusalCodes = Object.keys(refusals) as RefusalCode[]

/** Thrown by a use case when a person may not, or what they typed cannot be taken; never a fault. `field` names the input's field. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly field: string | null = null,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}
