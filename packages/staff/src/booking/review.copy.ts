/** The review of a plan, as booking it says. */
export const reviewWords = {
  heading: 'The review',
  why: 'Book it before people leave.',
  none: 'No review is booked.',
  see: (when: string) => `Review on ${when}`,
  noDate: 'Review without a date',
  date: 'Day',
  start: 'Begins at',
  minutes: 'How long, in minutes',
  at: 'Place',
  elsewhere: 'Somewhere else',
  place: 'Where, in words',
  book: 'Book the review',
}
