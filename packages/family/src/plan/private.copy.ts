import type { StepField } from '@kinplan/private-draft/draft-plan'

export const privateWords = {
  title: 'Private family time',
  band: (names: string) => `Only these people can read this: ${names}. No worker can.`,
  bandAlone: 'Only this phone has your plan. Nobody else of your family has joined it yet.',
  bandOutside: 'This phone is not in your family’s plan yet. So it shows no names.',
  bandHeading: 'Private family time',
  whatPrivate: 'What private means here',
  notNow: 'It is not private family time now',
  notNowMore: (name: string) => `${name} will say when it begins. This page changes by itself.`,
  toDay: 'See the day',
  opening: 'Opening your family’s plan …',
  loading: 'One moment …',

  startTitle: 'Write your family’s plan',
  startMore: 'Start here on one phone or tablet. Then others of your family can join with their own phones, if you like. One is enough.',
  startFromShared: 'You start from the plan that you shared before.',
  start: 'Start our plan',
  starting: 'Starting …',
  besideMore:
    'Is it somebody here in the room with you? Then join their plan. Is it nobody here? Then start your own: ' +
    'the plan that two of you are in is the one that counts.',
  startedByOther: 'Somebody of your family has started the plan a moment ago. Ask to see the square on their screen.',

  joinTitle: 'Somebody of your family has started the plan',
  joinMore: 'To write on this phone, too:',
  joinSteps: [
    'Ask them to press “Let another phone in”.',
    'Point the camera of this phone at the square on their screen, as if you took a photo.',
    'Open the link that your camera shows.',
  ],
  joinWhy: 'The square gives this phone the key to the plan. We do not have the key ourselves.',
  keyGone: 'This phone does not have the key any more. Ask somebody to show you the square again.',

  noCryptoTitle: 'This phone cannot open the private plan here',
  noCryptoMore:
    'A private plan needs a safe line (an address that begins with https). This page has none. Nothing is wrong with your phone.',
  noCryptoDo: (name: string) => `Write on another phone or tablet, or on paper. ${name} can help you with it: nobody loses anything.`,

  mustMakeSure: 'What your plan must make sure of',
  nothingGiven: 'Nothing special has been asked of your plan. Write under headings of your own.',
  untitled: 'No heading yet',
  addHeading: 'Add a heading of our own',
  wantYouToKnow: 'What we want you to know',
  wantYouToKnowMore: 'Anything you want the workers to know beside the plan',
  nothingYet: 'Nothing written yet',
  written: 'Something is written',
  countSteps: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
  look: 'A kind look at the plan',
  lookDone: 'Every question has an answer, and every step names somebody.',
  notAnswered: (thing: string) => `Nothing is written yet for: ${thing}`,
  namesNobody: (what: string) => `Nobody is named for: ${what}`,
  tooMuch: (name: string, steps: number, of: number) => `${name} is named in ${steps} of ${of} steps. Is anyone carrying too much?`,
  lookNever: 'You can share the plan as it is. This is only for you.',
  otherPhones: 'Let another phone in',
  sharePlan: 'Share our plan',
  endTime: 'End private family time',

  saved: 'All your words are saved',
  othersHaveIt: 'All your words are saved, and others have them',
  onThisPhoneOnly: 'On this phone only. It will be sent by itself.',
  notConnected: 'Not connected. Your words are locked on this phone, and are sent when you have signal.',
  storeRefused: 'This phone cannot keep words. Leave this page open until they are saved.',
  unread: 'Some words of another phone did not come through whole. That phone sends them again by itself.',
  stopped: 'These words cannot be saved any more. They are still on this phone.',
  waiting: 'Some words of others are still on their way.',
}

export const writeWords = {
  step: (number: number) => `Step ${number}`,
  stepTaken: 'A step that was taken away',
  addStep: 'Add a step',
  addAnotherStep: 'Add another step',
  takeAway: 'Take this step away',
  takeAwaySure: 'Take this step away, with its words?',
  yesTakeAway: 'Yes, take it away',
  keep: 'No, keep it',
  more: 'More about this step',
  headingLabel: 'Heading',
  headingTitle: 'A heading of our own',
  removeHeading: 'Take this heading away',
  removeHeadingSure: 'Take this heading away, with its steps?',
  done: 'Back to the whole plan',
  gone: 'Somebody of your family has taken this away.',
  tooLong: 'There is no more room here. What does not fit is only on this phone. Make it shorter, or write it somewhere else.',
  undo: 'Undo',
  knowLabel: 'Your words',
  question: 'What will your family do?',
}

/** What was taken away, until somebody has seen it. */
export const takenAwayWords = {
  bySomebody: {
    step: 'Somebody took this step away. Your words are still here.',
    heading: 'Somebody took this heading away. Your words are still here.',
  },
  putBack: 'Put it back',
  letGo: 'Let it go',
  here: { step: 'You took this step away.', heading: 'You took this heading away.' },
  undo: 'Undo',
}

export const fieldWords: Record<StepField, { label: string; hint?: string }> = {
  what: { label: 'What will happen?' },
  who: { label: 'Who does it?', hint: 'Names. “Gran and Tom” is fine.' },
  byWhen: { label: 'By when, or how often?' },
  howWeWillKnow: { label: 'How will you know that it works?' },
  helpNeeded: { label: 'What help do you need for it?' },
  ifItDoesNotWork: { label: 'What will you do if it does not work?' },
}

export const qrCodeWords = {
  title: 'Let another phone in',
  hold: 'Hold this square where the other phone can see it.',
  how: 'On the other phone, open the camera and point it at the square. Then open the link that it shows.',
  own: 'The other person needs to have opened their own link from their message before.',
  alt: 'A square for the camera of another phone',
  onlyRoom: 'Show it only to your family in this room. It works once, for ten minutes.',
  making: 'Making a square …',
  asks: (name: string | undefined) =>
    name === undefined
      ? 'A phone asks to come in. Look up: does somebody of your family hold it, here in this room?'
      : `${name}’s phone asks to come in. Is it ${name} who holds it?`,
  letIn: (name: string | undefined) => (name === undefined ? 'Yes, let this phone in' : `Yes, let ${name} in`),
  notThem: 'No',
  isIn: (name: string | undefined) => (name === undefined ? 'That phone is in.' : `${name} is in.`),
  another: 'Show a new square',
  old: 'This square is too old now.',
  wrong: 'That phone did not come by this square. It was not let in.',
  neverWorker: 'Never show it to a worker, and never to anybody on the telephone. No worker may join.',
}

export const joinWords = {
  title: 'Joining your family’s plan',
  asking: 'Asking the other phone. Somebody there presses “let in”.',
  ended: 'This square has been used, or is older than ten minutes. Ask for a new one.',
  neverWorker: 'The square comes only from somebody of your family in this room. It never comes from a worker.',
  notMine: 'This square is from another room or another meeting.',
  wrong: 'This square does not fit. Ask for a new one, and point your camera at it again.',
}

export const shareWords = {
  title: 'This is what the workers will see',
  exactly: (names: string) =>
    `If you share, ${names}, and their manager, can read exactly these words, and nothing else that you wrote. ` +
    'Nothing has been shared yet.',
  notSaved: 'Some of your words are not saved for everyone yet. This page waits for them.',
  onlyHere:
    'Some words are only on this phone, so they are not in this plan. There was no room for them, or somebody took their step away. ' +
    'Go on writing if they belong in it.',
  onTheirWay: 'Some words of others are still on their way. This page waits for them.',
  lookAgain: 'Look again',
  empty: 'Nothing is written yet, so there is nothing to share.',
  first: 'Yes, this is what we want to share',
  back: 'Not yet, go on writing',
  sureTitle: 'Share it now?',
  sure: (names: string) =>
    `Has everybody in the room seen it? Once it is shared, ${names}, and their manager, can read it, and it cannot be taken back. ` +
    'You can change it later, together.',
  share: 'Share our plan now',
  notYet: 'Not yet',
  byLink: (name: string) => `This phone came in by a link that ${name} made. The plan will say so to everybody.`,
  alone: 'The plan will also say that nobody else of your family had joined it.',
  sharing: 'Sharing …',
  moved: 'Somebody has written more since you looked. Please look again before you share.',
  sharedTitle: 'Your plan is shared',
  checking: 'Looking whether it is what you wrote …',
  same: 'This is what you wrote',
  sameMore: 'This phone has compared the shared plan with your own words. They are the same.',
  different: 'This is not what this phone has',
  differentMore: 'The shared plan and the words on this phone are not the same.',
  tellOnly: (name: string) => `Tell only ${name}: this is not what we wrote`,
  onlyTo: (name: string) => `Only ${name} sees it. Nobody of your family, and no other worker.`,
  told: (name: string) => `You told ${name} that this is not what you wrote. Nobody else is told.`,
  takeBack: 'Take it back',
  orRing: (name: string) => `Or ring ${name}:`,
  notHere: 'This phone does not have all the words, so it cannot compare them.',
  look: 'Look at the shared plan',
  endNext: 'Private family time goes on until you end it.',
  sealed: 'Your sealed words are kept for 24 hours more and then deleted. Copies of the sealed words in backups go within 35 days.',
}

/** What was written on a phone after the plan was shared. */
export const lateWords = {
  title: 'You wrote more on this phone',
  kept: 'The plan was shared before these words were sent, so nobody else has them. They are kept on this phone, locked, for a day.',
  onlyHere:
    'The plan was shared before these words were sent, so nobody else has them. This phone keeps nothing, so leave this page open ' +
    'until you have used them.',
  show: 'Show what is on this phone',
  carryOnMore:
    'You can carry on with them as a change. A new private plan starts from the shared plan with these words. ' +
    'Let the other phones in, and share it again together.',
  carryOn: 'Carry on with these words',
  carryingOn: 'Starting …',
  refused: 'Somebody else in the room has begun a new plan. Join it by the square, and write your words there.',
  morePrivate: (name: string) => `If they matter, tell ${name} that you want more private time.`,
  throwAway: 'Throw these words away',
  sure: 'Throw these words away for good?',
  yes: 'Yes, throw them away',
  no: 'No, keep them',
}

/** What everybody in the room is told before the plan is shared. */
export const showWords = {
  sureTitle: 'Show it to everybody first',
  sure: (names: string) =>
    'Every phone of your family in the room sees it now. For 60 seconds anybody can press “Not yet”. ' +
    `Then ${names}, and their manager, can read it, and it cannot be taken back. You can change it later, together.`,
  show: 'Show everybody, then share',
  showing: 'Showing it to everybody …',
  title: 'Your plan is about to be shared',
  aloud: 'Your plan will be shared in a minute, if nobody presses “Not yet”.',
  soon: (names: string, seconds: number) =>
    `In ${seconds} ${seconds === 1 ? 'second' : 'seconds'} ${names}, and their manager, can read it. Does anybody want more time?`,
  notYet: 'Not yet',
  look: 'Look at what they will see',
  goOn: 'Go back to our plan',
  unnamed: 'Nobody is told who pressed it.',
  sharing: 'The minute is over. Your plan is being shared …',
  over: 'The minute is over, and your plan is not shared yet. Any phone here can share it.',
  share: 'Share our plan now',
  other: 'This phone has other words than the phone that wants to share. Press “Not yet”, and talk about it.',
  stopped: 'Somebody wants more time',
  stoppedMore: 'The plan is not shared. You can all go on writing. When everybody is ready, share it again.',
  moved: 'Somebody has written more',
  movedMore: 'So the plan is not shared yet. Look at it again together, and then share it.',
}

export const endWords = {
  title: 'End private family time?',
  more: (name: string) => `After this, nobody can write in the private plan. ${name} and the other workers come back in.`,
  notShared: 'You have not shared your plan. Nobody else can read it if you end now.',
  shareFirst: 'Look at the plan and share it first',
  end: 'Yes, end private family time',
  back: 'No, go on',
  endedTitle: 'Private family time has ended',
  endedShared: 'Your plan is shared. Now everybody looks at it together.',
  endedNotShared: (name: string) => `Your plan was not shared. If you want more private time, tell ${name}.`,
  morePrivate: (name: string) => `Do you want more private time? Tell ${name}: the meeting can go back, as often as you need.`,
}

/** What stays on this phone. */
export const keepWords = {
  title: 'This phone',
  keeps: 'This phone keeps your plan, locked. So you can close the page, or sign out, and come back with your own link.',
  nothing: 'Keep nothing on this phone',
  nothingHint: 'For a phone that others may look at. If the page closes, you need the square or rescue words.',
  isKept: 'Nothing of your plan is kept on this phone. Keep this page open. If it closes, you need the square or rescue words.',
}

/** When no two phones are in the plan together. */
export const endTogetherWords = {
  toldFirst:
    'No other phone of your family is in the plan with this one. So we tell everybody in your room first. They have 3 minutes to stop it.',
}

/** Who is signed in, on the phones of the room. */
export const phonesWords = {
  title: 'Who is signed in',
  look: 'Look at this together. Is there a phone that nobody here holds? Sign it out.',
  none: 'No phone is signed in.',
  since: (when: string) => `Signed in on ${when}.`,
  byLink: (name: string) => `By a link that ${name} made.`,
  noLink: 'Not by a link from a worker.',
  here: 'It is this phone.',
  letIn: 'It is in your plan.',
  notLetIn: 'It is not in your plan.',
  drop: (name: string) => `Sign out this phone of ${name}`,
}

/** When no phone here has the key to the plan any more. */
export const withoutKeyWords = {
  lost: 'We do not have the phone with the plan any more',
  title: 'Is the phone with the plan gone?',
  more: 'If a phone or tablet here has the plan open, use that one. Nothing is lost there.',
  first: 'If nobody has it, you have two ways. We tell everybody in your room first. They have 3 minutes to stop it.',
  startAgain: 'Start our plan again',
  startAgainMore: 'You write a new plan, on any phone. The old words stay locked. Nobody can read them.',
  startAgainSure: 'Start a new plan in 3 minutes?',
  startAgainYes: 'Yes, start our plan again',
  end: 'End private family time without a plan',
  endMore: (name: string) => `No plan is shared. The old words stay locked. ${name} and the other workers come back in.`,
  endSure: 'End private family time in 3 minutes, without a plan?',
  endYes: 'Yes, end it without a plan',
  no: 'No, go back',
  paper: (name: string) => `You can write on paper, too. Ask ${name} for a sheet.`,

  willEnd: (time: string) => `Private family time will end at ${time}`,
  willEndMore: 'No plan is shared then. Your words stay locked.',
  willStartAgain: (time: string) => `Your plan starts again at ${time}`,
  willStartAgainMore: 'You write a new plan then. The words you have now stay locked.',
  nobodyHere: 'Somebody in your room asked for this, because no phone seems to have the plan.',
  spoken: (name: string, coordinator: string) => `${name} told ${coordinator} that you have finished.`,
  youHaveIt: 'This phone has the plan. You can stop it and go on.',
  stop: 'Stop it, we go on',
  elsewhere: 'If somebody has the plan open, they can stop this on their phone.',
  now: 'One moment …',

  undoTitle: 'This phone still has your plan',
  undoEnd: (time: string) => `Private family time ended without it. You can open it again here until ${time}.`,
  undoStartAgain: (time: string) =>
    `Your plan was started again without it. You can open the old plan again here until ${time}, ` +
    'as long as nobody has written in the new one.',
  undo: 'Open our plan again',
}

export const meansWords = {
  title: 'What private means here',
  lede:
    'From the start of private family time until you share your plan, nobody outside your family can read a word of it. ' +
    'Not a worker. Not the people who run this site.',
  howTitle: 'How it works',
  how: [
    'Your words are locked on your phone before they are sent. We keep only locked words, and we do not have the key.',
    'Your phone keeps the plan, locked, so that you can close the page. It opens again only with your own link, on the same phone. ' +
      'You can tell it to keep nothing. A tablet that several of you share keeps no key.',
    'The key goes from phone to phone by the square. It never goes through us in a form that we can open.',
    'Six words on a card open your plan again if every phone with it is lost. Your phone makes them. We never have them.',
    'Nobody sees who is writing, or how fast, or what was rubbed out.',
    'Before your plan is shared, the phones of your family in the room show it for a minute. Anybody can press “Not yet”. ' +
      'Nobody is told who it was.',
    'No machine reads your words. Spelling help is off, because some of it sends words away.',
    'Only somebody of your family ends private family time. If the phone with the plan is lost, ' +
      'your family can still end it or start again. Nobody can read the old words then.',
  ],
  limitsTitle: 'What it cannot do',
  limits: [
    'If somebody has put a spying app on a phone, or records its screen, it can see what you see.',
    'Anybody in the room can take a photo, or tell others what they heard.',
    'Anybody who has your card with rescue words, and is signed in as one of you in the room, can open the plan. ' +
      'Every phone that has it is told. With your card, so could whoever runs the site.',
    'A worker makes your links, and could open one. Before you write, look together at “Who is signed in”.',
    'If the site itself were changed by somebody dishonest, it could send your words away.',
    'Whoever runs the site could see when a phone wrote or pressed something, but not what you wrote.',
  ],
  keptTitle: 'What is kept',
  kept: [
    'If you share your plan, the locked words are deleted after 24 hours. The plan that you shared stays.',
    'If you do not share it, the locked words are deleted 7 days after private family time ends.',
    'Locked copies in backups go within 35 days.',
  ],
  actTitle: 'One thing to know',
  act: 'If you tell a worker that a child is being hurt, they must act.',
}
