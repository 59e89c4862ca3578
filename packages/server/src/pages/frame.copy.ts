export const frameCopy = {
  skip: 'Go to the main part',
  hereAs: 'You are here as',
  leave: 'Leave this site',
  byPhone: 'I would rather do this by phone:',
  wrong: 'There is a problem',
}
