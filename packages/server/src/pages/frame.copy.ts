export const frameCopy = {
  skip: 'Go to the main part',
  hereAs: 'You are here as',
  historyTitle: 'My page',
  leave: 'Leave this site',
  leaveHint: 'Or press the Escape key three times.',
  byPhone: 'I would rather do this by phone:',
  chooseFirst: 'Choose one of the answers.',
  wrong: 'There is a problem',
}
