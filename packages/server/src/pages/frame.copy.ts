export const frameCopy = {
  skip: 'Go to the main part',
  hereAs: 'You are here as',
  leave: 'Leave this site',
  byPhone: 'I would rather do this by phone:',
  chooseFirst: 'Choose one of the answers.',
  wrong: 'There is a problem',
}
