export const signInsWords = {
  title: 'Where I am signed in',
  more: 'Each of these is a phone or computer that opened a link of yours. Only you see this.',
  since: (when: string) => `Since ${when}.`,
  byLink: (name: string) => `By a link that ${name} made. ${name} could open that link, too.`,
  noLink: 'Not by a link from a worker.',
  here: 'It is this one.',
  notMine: (council: string) => `Is one of them not you? Then ring ${council}:`,
  count: (count: number) => (count === 1 ? 'On this phone only' : `On ${count} phones or computers`),
}
