import { breakGlassMinutes } from '@kinplan/domain/break-glass/break-glass'
import type { BreakGlassFinding } from '../generated/graphql'

export const openWords = {
  title: 'A family that is not yours, in an emergency',
  link: 'In an emergency: a family that is not yours',
  when: 'Only where somebody may come to harm, and nobody who works with the family can be reached.',
  what:
    `You can read it for ${breakGlassMinutes} minutes, and change nothing: the people, who is kept apart from whom, the meetings, ` +
    'the plan and the promises. Never where somebody lives or how to reach them, and never what a family writes in private.',
  told:
    'The workers of the family and their supervisor are told at once, with your reason, and the supervisor looks at it afterwards. ' +
    'The family can see that you looked.',
  childName: 'The child’s whole name',
  childNameHint: 'As it is written down: first name and last name.',
  childBornOn: 'Born on',
  reason: 'Why can it not wait?',
  reasonHint: 'Who is with the child, what has happened, and whom you have tried to reach.',
  button: 'Open it to read',
  notFound: 'No family was opened',
  notFoundWhy:
    'There is no child, or more than one, by this name and day of birth, or the family is yours already. ' +
    'Ask for the spelling, or ring the manager on duty. That you looked is written down.',
}

export const readingWords = {
  heading: 'You read this in an emergency',
  until: (when: string) => `Until ${when}. You can change nothing, and everything you open is written down.`,
  close: 'I have what I need: close it now',
}

export const readByWords = {
  heading: 'Read in an emergency',
  entry: (name: string, from: string, until: string) => `${name}, from ${from} until ${until}`,
  reason: 'Their reason',
  open: 'Not looked at yet',
  findings: { right: 'It was right', notRight: 'It was not right' } satisfies Record<BreakGlassFinding, string>,
  reviewed: (finding: string, by: string, when: string) => `${finding}: ${by}, ${when}`,
  review: 'Say whether it was right',
  finding: 'Was it right to read this family?',
  words: 'Why, and what follows from it',
  wordsHint: 'The worker and the workers of the family read it.',
  save: 'Keep this',
}
