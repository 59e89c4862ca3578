export const frameWords = {
  windowTitle: (title: string) => `${title} – Kinplan`,
}

export const shellWords = {
  ways: 'Main',
  today: 'Today',
  families: 'Families',
  week: 'Week',
  team: 'Team',
  leave: 'Leave',
  youAre: 'You are',
  story: 'You are trying the demo story.',
  chooseWho: 'Choose who to be',
  theirsTitle: 'This part is for workers',
  theirsHere: 'You are here as',
  theirsWay: 'Go to your own page',
  outTitle: 'You are not signed in',
  out: (council: string) => `Kinplan at ${council} is for the people who work there. Sign in, then open this page again.`,
  outStory: 'This is the demo story: nothing here is about real people. Choose who to be, and look around.',
  outPhone: 'Cannot get in? Ring',
  missingTitle: 'This page is not here',
  missing: 'It is not here, or it is not for you to open. If somebody gave you the address, ask them whether you should be on this family.',
  missingWay: 'To Today',
  brokenTitle: 'Something went wrong on our side',
  broken:
    'Nothing you saved is lost. Load the page again; if it goes wrong again, tell the people who run Kinplan what you did just before.',
  brokenWay: 'Load the page again',
}
