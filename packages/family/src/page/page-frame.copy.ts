export const frameWords = {
  currentUserAs: 'You are here as',
  leave: 'Leave this site',
  leaveHint: 'Or press the Escape key three times.',
  back: 'Back',
  home: 'Home',
  byPhone: 'I’d rather do this by phone',
  ring: 'Ring',
  coordinatorIs: (title: string) => `, ${title}`,
  needHelp: 'I need help',
  story: 'You are trying the demo story.',
  chooseWho: 'Choose who to be',
  siteName: 'Family meeting',
}

export const laterWords = {
  title: 'One moment',
  coming: 'One moment …',
}
