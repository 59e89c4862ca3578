import { mostNoticeDays } from '@kinplan/domain/availability/availability-rule'
import { mostTravelMinutes } from '@kinplan/domain/availability/parse-counts'
import { minutesOfSlot, mostMeetingMinutes } from '@kinplan/domain/meeting/meeting-length'
import { mostSeats } from '@kinplan/domain/place/parse-capacity'
import type { RefusalCode } from '@kinplan/domain/refusal'

/** What a worker reads for each refusal. */
export const refusalWords: Record<RefusalCode, string> = {
  notYours: 'You cannot do this, or it is not here any more.',
  notNow: 'This cannot be done at the stage the meeting is in now.',
  safetyFirst: 'Two people are kept apart. A manager has to record the safety decision first.',
  changedMeanwhile:
    'Somebody else changed this while you were writing. What it says now is shown; your words are still here. Look again, then save.',
  alreadyDone: 'This has been done already.',
  sameKeyOtherInput: 'This was sent before with other words. Please try again.',
  wordsMissing: 'Please write something here.',
  wordsTooLong: 'That is more than fits here. Please shorten it.',
  wordsBroken: 'There is a character here that cannot be kept. Please type the words again.',
  choiceUnknown: 'Please choose one of the answers.',
  dateImpossible: 'That is not a day in the calendar. Write it like 2026-05-14.',
  timeImpossible: 'That is not a time of day that can be kept. Write it like 16:30.',
  numberImpossible: 'Please write a whole number that is not too large.',
  endBeforeStart: 'The end has to be after the start.',
  dateGone: 'That day has gone by. Please choose a later one.',
  zoneUnknown: 'That is not a time zone we know. Write it like Europe/London.',
  noDayChosen: 'Please choose at least one day of the week.',
  noWayChosen: 'Please choose at least one way of taking part.',
  windowTooLong: 'That is too many weeks to look through at once. Please choose fewer.',
  tooMany: 'That is more than one list can hold.',
  roomTaken: 'That room is taken then. Choose another room, or another time.',
  workerTaken: 'A worker who has to be there is somewhere else then.',
  roomUnfit: 'That room is too small for the people who come, or lacks what the meeting needs.',
  keptApart: 'This would put two people together who are kept apart.',
  placeUnsure:
    'Somebody who is to be kept apart from somebody here could be at the same place at the same time: the place is in words, not from ' +
    'the list. Look at both meetings. Is it certainly another place?',
  notIndependent: 'The coordinator has to be independent: somebody other than the social worker who asks for the meeting.',
  stageSkipped: 'A meeting moves one stage at a time.',
  noTimeYet: 'The meeting has no time yet. Book one first.',
  nobodyInRoom: 'Nobody of the family is here for private family time. Mark who has come first.',
  stillPrivate: 'The family is still in private family time. Only the family ends it.',
  parentHasPerson: 'A parent who is not known cannot be one of the people here. Choose another state, or no person.',
  unsafeBefore: 'This was marked as not safe in this family. Say why it is safe now, and on what day you talked about it.',
  answerNeedsReason: 'A no, or a not yet, needs its reason.',
  deciderMissing: 'Please say who decides, and by when.',
  linkEnded: 'That link has ended. Please make a new one.',
  codeWrong: 'That is not the code that was spoken.',
  codeTooOften: 'Too many wrong codes. Wait a while, or make a new link.',
  otherDevice: 'The link was opened on another phone or computer first. Please make a new one.',
  proofWrong: 'This device does not hold the key.',
  draftMoved: 'Somebody has written more since you looked.',
  notVouched: 'Nobody in the private room has let this phone in.',
  keyStillHere:
    'A device of the family had the plan open in the last ten minutes. They end ' +
    'private family time there. If nobody has it, try again in ten minutes.',
  notShownYet: 'Everybody who writes the plan needs a minute to look at it first, or somebody wants more time.',
  draftClosed: 'This draft is closed; nothing more can be written in it.',
  rescueWordsWrong: 'Those words do not open a plan.',
  rescueWordsTooOften: 'Words were tried a few times. They can be tried again after a while.',
  joinEnded: 'That square has been used, or its ten minutes have passed.',
  envelopesTooMany: 'A lot was sent at once. The words are on the device they were written on, and go later.',
  envelopeRefused: 'The words could not be taken. They are still on the device they were written on.',
  paperStopped: 'Somebody says that this is not what they wrote. Type it in again, and read it back to them, first.',
  planNotLatest: 'There is a newer version of the plan. Look at that one.',
  storyOnly: 'This exists only with the demo story, on this computer.',
}

/** What fields say of refusals in their own words, by the names of the fields. */
export type FieldRefusals = Readonly<Record<string, Readonly<Partial<Record<RefusalCode, string>>>>>

/** Says how a length of a meeting or of a part of it is written. */
export const lengthInMinutes =
  'Write how long in whole minutes, in quarters of an hour, ' + `from ${minutesOfSlot} to ${mostMeetingMinutes}: 90 or 120, say.`

/**
 * Where a code means something else for a field than in general, or there are limits to tell; the same in every form with a field of this
 * name.
 */
export const fieldRefusals: FieldRefusals = {
  reason: { unsafeBefore: 'It was marked as not safe in this family. Write why it is safe now.' },
  talkedOn: {
    unsafeBefore: 'Write the day on which you talked about it, like 2026-05-14.',
    dateImpossible: 'Write the day on which you talked, like 2026-05-14: today or before.',
  },
  minutes: { timeImpossible: lengthInMinutes },
  partMinutes: { timeImpossible: lengthInMinutes },
  travel: { numberImpossible: `Write the minutes it takes, from 0 to ${mostTravelMinutes}, or nothing.` },
  noticeDays: { numberImpossible: `Write a whole number of days, from 0 to ${mostNoticeDays}.` },
  capacity: { numberImpossible: `Write a whole number of people, from 1 to ${mostSeats}.` },
}

export const troubleWords = {
  heading: 'Not saved',
  ofField: (field: string, said: string) => (field.endsWith('?') ? `${field} ${said}` : `${field}: ${said}`),
  headingRead: 'This could not be shown',
  lost: 'Not connected. What you wrote is still here; nothing was lost. Try again when you are connected.',
  lostReading: 'Not connected. Try again when you are connected.',
  fault: 'Something went wrong on our side. What you wrote is still here.',
  faultReading: 'Something went wrong on our side.',
  reference: (reference: string) => `If you tell somebody about it, give this reference: ${reference}`,
  outOfStep: 'This page is older than Kinplan itself. Copy what you wrote, then load the page again.',
  tooMuch: 'That is more than can be sent at once. Please shorten it.',
  again: 'Try again',
  loading: 'One moment…',
}
