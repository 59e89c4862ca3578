import { lookAbouts, type LookAbout, type LookRole } from '@kinplan/domain/access/looks'

const roleWords: Record<LookRole, string> = {
  socialWorker: 'your social worker',
  coordinator: 'your coordinator',
  supervisor: 'the manager',
  brokeGlass: 'another worker of the council, in an emergency',
}

const aboutWords: Record<LookAbout, string> = {
  family: 'your family’s page',
  contact: 'how to reach you',
  hours: 'when you can come',
  meeting: 'your family meeting',
  plan: 'the plan',
  answers: 'answers to the plan',
  promises: 'your promises',
}

export const whoLookedWords = {
  title: 'Which workers looked',
  linkMore: 'At what is about you, day by day',
  more: 'These workers opened a page with something about you on it. Nobody else in your family sees this list.',
  /** In the order in which they are said. */
  abouts: (abouts: readonly LookAbout[]) => lookAbouts.filter((about) => abouts.includes(about)).map((about) => aboutWords[about]),
  looked: (role: LookRole, at: string) => `, ${roleWords[role]}, looked at ${at}.`,
  nobody: (since: string) => `No worker looked from ${since} on.`,
  nobodyBetween: (since: string, before: string) => `No worker looked from ${since} until before ${before}.`,
  coming: 'Looking it up',
  earlier: 'Show the four weeks before',
  limits: 'A worker’s other work is not listed here, and nor is who else in your family looked at a page.',
  wonder: (council: string) => `Do you wonder why somebody looked? Ask them, or ring ${council}:`,
}
