import type { ActionState, ReportState } from '@kinplan/domain/action/action-states'
import type { ParticipationState, Reply, waysToChoose } from '@kinplan/domain/meeting/participation'

export const frontCopy = {
  lede: 'Families make their own plan here, and everybody keeps their promises.',
  family: 'Are you here for a family meeting? Use the link your coordinator gave you. If you cannot find it, ring her.',
  nobody: 'Do you work for the council? Staff sign-in does not exist yet, so nobody can sign in here.',
  choose: 'This is a story, on this computer only. Who would you like to be?',
  chooseWhy: 'Every name here is made up. Choose somebody to see what they would see; come back to this page to be somebody else.',
  workers: 'People who work for the council',
  workersWhat:
    'Helen brings people together. Priya and Marcus are social workers. Ruth looks after their team. Owen and Tessa work ' +
    'elsewhere, and see nothing of these families.',
  moments: {
    preparing: 'Getting ready for a meeting: no date yet.',
    booked: 'A meeting is booked.',
    review: 'They have a plan, and look at it again soon.',
    ended: 'Their meeting is over.',
    onTheDay: 'Meeting today.',
  } as Record<string, string>,
  carryOn: 'Carry on as',
  council: 'Council',
}

const inTime = (minutes: number) =>
  minutes === 1
    ? 'one minute'
    : minutes < 60
      ? `${minutes} minutes`
      : minutes <= 90
        ? 'about an hour'
        : `about ${Math.round(minutes / 60)} hours`

export const joinCopy = {
  hello: 'Hello. This page is for you.',
  from: 'gave you this link and read you a code of eight numbers.',
  code: 'What is your code?',
  why: 'The code keeps this page safe if somebody else finds the link.',
  go: 'Open my page',
  wait: (minutes: number) => `You can try again in ${inTime(minutes)}.`,
  elsewhereTitle: 'This link belongs to another phone',
  endedTitle: 'This link has ended',
  ended: 'A newer link took its place, or its time is over. Ring your coordinator and ask for a new one. Nothing you said before is lost.',
}

export const replyCopy = {
  title: 'Can you come?',
  noMeetings: 'There is no meeting to answer about yet. Your coordinator will ring you.',
  noTime: 'There is no day for the meeting yet.',
  when: 'When',
  where: 'Where',
  whereLater: 'You see the place here once you say you are coming in the room.',
  ownRoom: 'You are in a room of your own there.',
  arrive: 'Please come at',
  about: 'The meeting is about',
  now: 'Your answer now:',
  question: 'Will you be there?',
  how: 'If you come, how?',
  send: 'Send my answer',
  why: 'You can change your answer until the day.',
  saved: 'Thank you. Your answer is saved.',
  more: 'See more and say when you can come',
  replies: {
    coming: 'Yes, I am coming',
    sendingViews: 'I cannot come, but I will send what I think',
    notComing: 'No, I am not coming',
  } satisfies Record<Reply, string>,
  ways: {
    inRoom: 'In the room',
    video: 'By video',
    phone: 'By phone',
    spokenFor: 'Somebody speaks for me',
    letter: 'By a letter',
  } satisfies Record<(typeof waysToChoose)[number], string>,
  states: {
    notAsked: 'You have not been asked yet',
    asked: 'You have not answered yet',
    noAnswerYet: 'You have not answered yet',
    coming: 'You are coming',
    sendingViews: 'You are sending what you think',
    notComing: 'You are not coming',
    notPart: '',
  } satisfies Record<ParticipationState, string>,
}

export const reportCopy = {
  title: 'How is your promise going?',
  by: 'You said you would do this by',
  words: 'Anything you want to say (you do not have to)',
  saved: 'Thank you. It is saved.',
  now: 'Now it says:',
  why: 'This page only shows this one promise. Nobody can use it to see anything else.',
  endedTitle: 'This link has ended',
  ended: 'This link no longer works. Ring your coordinator; she can write it down for you.',
  reports: {
    doing: 'I am doing it',
    done: 'It is done',
    needsHand: 'I need a hand',
    noLongerNeeded: 'It is no longer needed',
  } satisfies Record<ReportState, string>,
  states: {
    promised: 'promised',
    doing: 'being done',
    done: 'done',
    needsHand: 'needs a hand',
    noLongerNeeded: 'no longer needed',
  } satisfies Record<ActionState, string>,
  help: 'If you need a hand, your coordinator will ring you. This is not watched at night. In danger, ring 999.',
}

/** What a worker's own calendar shows of the times they are held here; others may see that calendar too. */
export const heldCalendarCopy = { name: 'Held in Kinplan', summary: 'Held' }
