/** For a phone that has the plan: six words for the card. */
export const cardWords = {
  link: 'Write rescue words on your card',
  linkMade: 'Your rescue words',
  title: 'Rescue words',
  why: 'A phone can break, or its battery can die. Six words on paper open your plan again on any phone or tablet.',
  card: 'The card is in the papers for today. Any piece of paper will do.',
  who: 'Anybody who has the card, and is signed in as one of you in this room, can open the plan. We tell every phone that has it.',
  neverWorker: 'Keep the card with your family. No worker may see it.',
  tablet:
    'This is a shared tablet, so it keeps no key. Write rescue words now. Without them nothing opens your plan here once this page ' +
    'closes, unless another phone is in the plan.',
  make: 'Make six words',
  making: 'Making six words …',
  made: (when: string) => `Your rescue words were made on ${when}.`,
  lost: 'Is the card lost, or has somebody else seen it? Make new words. The old ones stop working at once.',
  makeNew: 'Make new words',
  write: 'Write these six words on the card by hand, in this order.',
  once: 'They are shown only now. Please do not take a photo: photos are often copied to other places.',
  written: 'They are on the card',
  check: 'Is it all on the card?',
  checkMore: 'Look at your card, not at this page. Type these two words.',
  notThat: 'On this page it was another word. Look at your card once more.',
  compare: 'Check these words',
  showAgain: 'Show the six words again',
  skip: 'I wrote them down',
  ready: 'Your rescue words are ready. Keep the card with your family.',
  toPlan: 'Go to our plan',
}

/** For a phone that has no key. */
export const rescueWords = {
  link: 'We have rescue words',
  title: 'Type your rescue words',
  how: 'They are on your card. Type the first three letters of each word, and choose the word.',
  told: 'We tell every phone that has the plan that you opened it with rescue words.',
  neverWorker: 'If a worker has the card, do not go on. Start your plan again.',
  unknown: 'This is not one of the words. Look at your card once more.',
  open: 'Open our plan',
  opening: 'Opening your plan …',
  none: 'Nobody in your room has made rescue words for the plan that you are writing now.',
  tablet:
    'This is a shared tablet, so it keeps no key. Your rescue words open the plan again. Words that were not sent yet are still here.',
  lost: 'Do you have rescue words on a card? They open your plan on any phone here.',
}

/** What everybody who has the plan is told. */
export const rescueOpened = {
  heading: 'Your plan was opened with rescue words',
  who: (name: string, when: string) => `On ${when}, on a phone that is signed in as ${name}.`,
  ask: 'Was that one of you? If not, sign that phone out and make new rescue words.',
  askAlone: 'Was that you? If not, make new rescue words, and tell your family.',
  phones: 'Look at who is signed in',
  newWords: 'Make new rescue words',
  yes: 'Yes, that was one of us',
  onPhone: (when: string) => `It opened your plan with rescue words on ${when}.`,
}

/** A tablet that several of the family use. */
export const tabletWords = {
  choose: 'This is a shared tablet',
  chooseHint: 'Several of you use it. It keeps your words, locked, and no key. If the page closes, rescue words open the plan again.',
  handOn: 'Press “Leave this site” before you give it to somebody else.',
  own: 'This is my own phone or tablet',
  ownHint: 'It keeps your plan, locked, so that you can close the page and come back.',
  isShared: 'This is a shared tablet. It keeps words, locked, and no key. If the page closes, rescue words open the plan again.',
  noWords: 'You have no rescue words yet. If this page closes, only another phone that is in the plan can let this tablet in again.',
  noWordsAlone: 'If there is no other phone, your plan stays locked for ever.',
  writeFirst: 'Write rescue words first',
  goOn: 'Go on without rescue words',
  no: 'No, leave it as it is',
  notShared: 'This is not a shared tablet',
}
