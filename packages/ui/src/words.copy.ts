/** The few words the parts bring themselves. Every one can be replaced by a prop. */
export const partWords = {
  problem: 'There is a problem',
  leave: 'Leave this site',
  leaveHint: 'Or press the Escape key three times.',
  skip: 'Skip to the main part of the page',
  stageDone: 'done',
  stageNow: 'now',
  stageLater: 'later',
  copyTable: 'Copy for a spreadsheet',
  copied: 'Copied. You can paste it into a spreadsheet.',
  selected: 'The table is selected. Copy it with Ctrl and C.',
  filter: 'Show only rows with',
  nothingFound: 'Nothing here has those words.',
  lettersLeft: (left: number) => (left === 1 ? 'Room for 1 more letter' : `Room for ${left} more letters`),
  lettersOver: (over: number) => (over === 1 ? '1 letter too long' : `${over} letters too long`),
}
