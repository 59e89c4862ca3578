export const safetyWords = {
  heading: 'Safety first: nothing can go out yet',
  needed:
    'Two people of this family are kept apart. No link, no invitation and no ' +
    'date goes out until a manager has recorded the safety decision.',
  neededAgain: 'A pair was marked after the decision that is written here. It has to be made again.',
  yours: 'This decision is yours to make.',
  theirs: 'A supervisor of the family’s team makes it.',
  record: 'Record the safety decision',
  decided: (by: string, at: string) => `Safety decision by ${by}, ${at}`,
  fields: {
    saidAlone: {
      label: 'What did the person at risk say, on their own?',
      hint: 'In their words. Who asked, when, and how it was made sure that nobody else heard.',
    },
    ordersChecked: {
      label: 'Which orders and bail were checked?',
      hint: 'Court orders, bail, licence: what they say, who checked, on which day.',
    },
    advice: { label: 'What did a specialist advise?', hint: 'Who was asked, for example a domestic abuse adviser, and what they said.' },
    shape: { label: 'What shape does the meeting have?', hint: 'Two rooms, two meetings, by video, or views carried by somebody.' },
    arrivalLeaving: {
      label: 'How does everybody arrive and leave?',
      hint: 'Everyone gets their own time and way, so that having one says nothing.',
    },
    ifSomebodyComes: {
      label: 'What happens if somebody comes anyway?',
      hint: 'Who does what, where the person at risk goes, who is rung.',
    },
  },
  save: 'Record this decision',
} as const
