import { qrCodeWords } from './private.copy'

/** For whoever says the six words. */
export const sayWords = {
  ...qrCodeWords,
  title: 'Let a phone in by telephone',
  instead: 'Is somebody on the telephone? Read them six words instead.',
  hold: 'Read these six words to them, in this order.',
  how: 'On their phone they open private family time, and press “Somebody reads me six words”.',
  onlyRoom: 'Read them only to somebody of your family whose voice you know. They work once, for ten minutes.',
  making: 'Finding six words …',
  asks: (name: string | undefined) =>
    name === undefined
      ? 'A phone asks to come in by your words. Did you read them to somebody of your family whose voice you know?'
      : `${name}’s phone asks to come in. Did you read the words to ${name}?`,
  another: 'Make six new words',
  old: 'These words are too old now.',
  wrong: 'That phone did not come by these words. It was not let in.',
  neverWorker: 'Never read them to a worker. No worker may join.',
}

/** For whoever types six words, wherever they are from. */
export const sixWords = {
  word: (number: number) => `Word ${number}`,
  begin: 'Words that begin so',
  meant: 'Did you mean',
  missing: 'Type this word, too.',
}

/** For whoever hears them. */
export const hearWords = {
  title: 'Type the six words',
  link: 'Somebody reads me six words on the telephone',
  how: 'Somebody of your family who writes the plan reads you six words. Type the first three letters of each, and choose the word.',
  neverWorker: 'The words come only from somebody of your family whose voice you know. They never come from a worker.',
  unknown: 'This is not one of the words. Ask for it once more.',
  join: 'Join our plan',
  looking: 'Looking for your family’s plan …',
  asking: 'Asking the other phone. Somebody there presses “let in”.',
  ended:
    'No phone has these words now. Read them to each other once more. They work once, for ten minutes: after that, ask for six new words.',
  wrong: 'These words do not fit. Ask for six new words.',
}
