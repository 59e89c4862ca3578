export const troubleWords = {
  notConnected: 'You are not connected',
  wordsStay: 'What you wrote is still here. Try again when you have signal.',
  lookLater: 'You can try again when you have signal.',
  ours: 'Something went wrong on our side',
  oursMore: 'It is not your fault, and what you wrote is still here.',
  reference: (reference: string) => `If you ring about it, say this: ${reference}`,
  tryAgain: 'Try again',
  notDone: 'That did not work',
}
