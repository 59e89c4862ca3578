/**
 * The one change that would help, as the coordinator would say it, and the words to say to the person asked: their own date and time alone.
 */
export const oneAskWords = {
  heading: 'One question that would help',
  nearest: (count: number) =>
    count === 1
      ? 'No time works yet. This comes nearest:'
      : `No time works yet. These ${count === 2 ? 'two' : count === 3 ? 'three' : count} come nearest:`,
  nearestMust: (count: number) =>
    count === 1
      ? 'No time yet has everybody who must be there. This comes nearest:'
      : `No time yet has everybody who must be there. These ${count === 2 ? 'two' : count === 3 ? 'three' : count} come nearest:`,
  why: 'Workers are asked before the family.',
  ifFree: (name: string, when: string) => `If ${name} could be free ${when}, `,
  ifPart: (name: string, part: string) => `If ${name} comes ${part}, `,
  everyone: 'everyone can come',
  everyMust: 'everyone who must be there can come',
  everyMustAnd: (name: string) => `everyone who must be there can come, and ${name} too`,
  mustBut: (names: string) => `everyone who must be there can come, but for ${names}`,
  at: (when: string) => `: ${when}.`,
  thatDay: (from: string, until: string) => `: ${from} to ${until} that day.`,
  onDay: (day: string, from: string, until: string) => `on ${day} from ${from} to ${until}`,
  overNight: (from: string, until: string) => `from ${from} to ${until}`,
  inFull: 'How that would be',
  say: (name: string) => `What I would say to ${name}`,
  sayFree: (when: string) => `Could you be free ${when}?`,
  sayPart: (minutes: number, edge: 'beginning' | 'end', when: string) =>
    `Could you come for the ${edge === 'beginning' ? 'first' : 'last'} ${minutes} minutes of a meeting: ${when}?`,
  sayWhy: 'It names only their own day and time. Say nothing of anybody else’s.',
  copy: 'Copy these words',
  copied: 'Copied.',
  selected: 'Marked: now copy them with Ctrl and C.',
}
