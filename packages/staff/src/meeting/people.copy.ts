import type { ParticipationState } from '@kinplan/domain/meeting/participation'

export const peopleTabWords = {
  heading: 'Who takes part',
  counts: 'How everybody stands',
  notAskedIsNoNo: '“Not asked yet” is not a no, and neither is “no answer yet”.',
  nobody: 'Nobody is written down for this meeting yet. Add the people of the family first, then the workers who give information.',
  arrives: (clock: string) => `arrives ${clock}`,
  invited: (when: string) => `invited ${when}`,
  notInvited: 'the invitation has not gone yet',
  said: 'Has said when they can come',
  notSaid: 'Has not said yet when they can come',
  prepared: (when: string) => `Talked with on ${when}`,
  notPrepared: 'Not talked with yet',
  notPartBy: (reason: string, by: string) => `${reason} (decided by ${by})`,
  lookAgain: (day: string) => `Looked at again on ${day}.`,
  views: 'Their views are gathered anyway.',
  noViews: 'Their views are not gathered yet.',
}

export const addParticipantWords = {
  open: 'Add somebody to this meeting',
  who: 'Who?',
  person: 'People of the family',
  worker: 'Workers',
  need: 'How much are they needed?',
  button: 'Add them',
  everybody: 'Everybody of the family is on the list. Add people on the family’s page.',
}

export const setWords = {
  open: 'Write down how they stand',
  state: 'How do they stand?',
  how: 'How do they take part?',
  noHow: 'Not said',
  button: 'Save',
}

/** What a coordinator may write down; who is not part of a meeting is a manager's decision. */
export const settable = [
  'notAsked',
  'asked',
  'noAnswerYet',
  'coming',
  'sendingViews',
  'notComing',
] as const satisfies readonly ParticipationState[]

export const prepareWords = {
  open: 'Talk with them, and type as you talk',
  before: (name: string) =>
    `Talk with ${name} alone, before any link is sent. Read each question aloud, or in your own words, and type the answer in theirs.`,
  hello: (me: string, child: string) =>
    `“I am ${me}. I bring ${child}’s family together so that you can make a plan yourselves. I do not ` +
    'work on what the council decides. You can stop at any time, and you can say no.”',
  fields: {
    wantsToTakePart: { label: 'Do they want to take part?', script: '“Do you want to take part? You do not have to decide today.”' },
    whoShouldBeThere: {
      label: 'Who should be there, and who should not?',
      script: '“Who should be there for it to work? Is there anybody who should not be, and why?”',
    },
    isItSafe: {
      label: 'Is it safe?',
      script:
        '“Is there anybody you would not want to meet there, or on the way? Has ' +
        'anybody frightened you or hurt you? What would make it safe?”',
    },
    whoMayKnow: {
      label: 'Who may know what?',
      script: '“Who may know that you take part? Is there anything of this that somebody must not learn?”',
    },
    howToReach: {
      label: 'How may they be reached?',
      script: '“How shall I reach you so that nobody else reads it? When is a good time? Whose phone is it?”',
    },
    whatWouldHelp: {
      label: 'What would make it possible?',
      script:
        '“What would help you come: somebody for the children, a lift, time off work, an ' +
        'interpreter, food you can eat, a place to pray or to step out to?”',
    },
  },
  button: 'Save what they said',
  talked: (when: string) => `Last saved ${when}.`,
} as const

export const linkWords = {
  open: 'Make a sign-in link for them',
  before: (name: string) =>
    `A link is offered after you have talked with ${name}, never as the first thing they hear. It ` +
    'works with a code that you speak, and only on the phone or computer that opens it first. A new link ends the one before.',
  otherDevice: (name: string, when: string) =>
    `Somebody tried ${name}’s link on another phone or computer: ${when}. It did not open there.`,
  otherDeviceNext: 'Ring them and ask. A new phone, or one that was cleared, needs a new link.',
  wrongCodes: (name: string, count: number, when: string) =>
    count === 1
      ? `Somebody typed a wrong code for ${name}’s link: ${when}.`
      : `Somebody typed ${count} wrong codes for ${name}’s link, the last one: ${when}.`,
  make: 'Make a link',
  address: 'The address, shown once',
  copy: 'Copy the address',
  copied: 'Copied.',
  code: 'The code to say aloud',
  ring: 'Ring them and read the code aloud. Never send it: not in the same message, not in another.',
  end: 'End their access',
  endWhy: 'Every link and every open page of theirs closes at once. What they wrote stays.',
  endSure: (name: string) => `End ${name}’s access?`,
  endYes: 'End it now',
  endNo: 'Leave it as it is',
  ended: 'Their access has ended.',
}

export const notPartWords = {
  open: 'Decide that they are not part of this meeting',
  before: 'This is yours to decide, by name. It is looked at again, and their views are gathered anyway wherever that is safe.',
  reason: 'Reason',
  reasonHint: 'What makes it unsafe or wrong for the child now; not that they are difficult to reach.',
  lookAgainOn: 'Looked at again on',
  views: 'Have their views been gathered another way?',
  viewsYes: 'Yes',
  viewsNo: 'Not yet',
  button: 'Record this decision',
}
