export const paperWords = {
  title: 'Is this what you wrote?',
  typedIn: (name: string, day: string, names: string) =>
    `You wrote your plan on paper. ${name} typed it in on ${day}, and read it back to ${names}.`,
  notYet: (name: string) =>
    `It is not your plan yet. It is your plan when one of you says yes. ` +
    `Until then only ${name}, and you who were in the room, can read it.`,
  yes: 'Yes, this is what we wrote',
  no: 'No, this is not what we wrote',
  wrong: 'What is wrong?',
  wrongHint: (name: string) => `Only ${name} reads this. You can leave it empty: ${name} will ask you.`,
  send: (name: string) => `Send this to ${name}`,
  back: 'Not now',
  told: (name: string) => `You told ${name} that this is not what you wrote. ${name} will put it right and read it to you again.`,
  takeBack: 'Take that back',
  stopped: (name: string) =>
    `Somebody in your family says that this is not what you wrote. ${name} will put it right first. Until then nobody can say yes.`,
  onlyFamily: 'Only the family can say if this is right.',
  nothing: 'No plan from paper waits for you now.',
  loading: 'Opening what was typed in …',
  byLink: (worker: string) => `This phone signed in by a link that ${worker} made. So your yes counts as told to your coordinator.`,
}

/** What a plan says of how it came from paper. */
export const paperMarkWords = {
  /** Where the reader may not be told who. */
  somebody: 'Somebody in your family',
  yourFamily: 'your family',
  typedIn: (name: string, day: string, names: string) =>
    `Your family wrote this plan on paper. ${name} typed it in on ${day}, and read it back word for word to ${names}.`,
  ownScreen: (name: string) => `${name} said that it is what you wrote.`,
  byLink: (name: string) => `${name} said yes to it.`,
  slip: (name: string, worker: string) => `${name} said yes to it on paper, and ${worker} wrote that down.`,
  coordinator: (name: string, worker: string) => `${name} said yes to it, and ${worker} wrote that down.`,
  notMe: 'Did you not say yes? Then ring:',
}
