import { workers } from '../cast'
import { proven } from './asks-on-the-day'
import { input, none, type Asking, type Asks } from './ask'

const { helen } = workers
const plan = ({ world }: Asking) => ({ planId: world.planId })
/** What was on paper in the room of whoever asks. */
const paper = ({ world, person }: Asking) => ({
  paperPlanId: person === 'Nan, kept apart from a room' ? world.papers.nans : world.papers.mums,
})
const action = ({ world, facts }: Asking, of: 'grans' | 'councils') => ({
  actionId: world.actions[of],
  version: facts.actionVersions[world.actions[of]] ?? 1,
})

/** What is asked and done about the plan and its promises. */
export const asksAfter: Asks = {
  plan: { variables: ({ world }) => ({ id: world.planId }) },
  myPlan: { variables: ({ world }) => ({ id: world.planId }) },
  // Of a plan that is not shared there is nothing to say; Gran has said it.
  doubtPlan: { variables: proven, met: ['notNow'] },
  takeBackDoubt: { variables: proven, met: ['notNow', 'alreadyDone'] },
  typePaperPlan: input(({ world }) => ({
    meetingId: world.meetingId,
    replacesId: world.papers.mums,
    readBackTo: [world.participants[world.people.mum]],
    wantYouToKnow: 'Put right.',
    steps: [],
  })),
  takeBackPaperPlan: { variables: ({ world }) => ({ paperPlanId: world.papers.mums }) },
  // Nan's is hers to say yes to; to Mum's and Gran's nobody says yes over what Gran said.
  confirmPaperPlan: { variables: paper, met: ['paperStopped'] },
  confirmPaperPlanFor: input((asking) => {
    const { participants, people, papers } = asking.world
    return asking.person === 'the coordinator'
      ? { paperPlanId: papers.nans, participantId: participants[people.nan], givenTo: 'coordinator' }
      : { ...paper(asking), participantId: participants[people.mum], givenTo: 'coordinator' }
  }),
  doubtPaperPlan: input((asking) => ({ ...paper(asking), words: 'Not this.' })),
  takeBackPaperDoubt: { variables: paper, met: ['alreadyDone'] },
  agreePlan: input((asking) => ({ ...plan(asking), answer: 'yes', reason: '' })),
  agreePlanFor: input((asking) => ({
    ...plan(asking),
    participantId: asking.world.participants[asking.world.people.grandad],
    answer: 'yes',
    reason: '',
    givenTo: 'slip',
  })),
  answerForCouncil: input((asking) => ({
    ...plan(asking),
    stepId: null,
    answer: 'yes',
    reason: '',
    wouldMakeYes: '',
    decider: '',
    decideBy: '',
  })),
  makeAction: input((asking) => ({
    ...plan(asking),
    text: 'Aunt walks Mia to school.',
    ownerPersonId: asking.world.people.aunt,
    ownerWorkerId: null,
    dueOn: '2026-04-01',
  })),
  "acceptAction, Gran's promise": { variables: (asking) => action(asking, 'grans') },
  "acceptAction, the council's promise": { variables: (asking) => action(asking, 'councils') },
  "reportAction, Gran's promise": input((asking) => ({ ...action(asking, 'grans'), state: 'doing', words: 'We walked.' })),
  "reportAction, the council's promise": input((asking) => ({ ...action(asking, 'councils'), state: 'doing', words: 'We asked.' })),
  sendActions: { variables: plan },
  bookReview: input((asking) => ({ ...plan(asking), date: '2026-06-09', start: '16:00', minutes: '90', place: 'Willow Family Hub' })),
  myActions: none,
  actionByLink: { variables: (asking) => ({ token: tokenOf(asking) }) },
  reportActionByLink: input((asking) => ({ token: tokenOf(asking), state: 'doing', words: '' })),
}

/** Whoever does not hold the link can only make one up. */
const tokenOf = ({ world, person }: Asking) =>
  person === 'the holder of a promise link' ? world.tokens.promise : Buffer.alloc(32, 'made up').toString('base64url')

/** What is asked and done about the council, and about workers' own time. */
export const asksOfTheCouncil: Asks = {
  me: none,
  families: { variables: () => ({ first: 50 }) },
  teams: none,
  places: none,
  schoolTerms: none,
  holidaysAndSchool: none,
  week: { variables: () => ({ from: '2026-03-16' }) },
  messagesNotSent: none,
  stuck: none,
  myMeetings: none,
  myAvailability: none,
  whoLooked: none,
  myCalendar: none,
  storyCast: none,
  'storyCast, in service': { ...none, fromAfar: true },
  chooseWho: { variables: ({ world }) => ({ id: world.people.gran }) },
  'chooseWho, in service': { variables: ({ world }) => ({ id: world.people.gran }), fromAfar: true },
  linkHolder: { variables: ({ world }) => ({ token: world.tokens.link }) },
  signIn: { variables: ({ world }) => ({ token: world.tokens.link, code: world.tokens.code }) },
  leave: none,
  heldTimes: { variables: ({ world }) => ({ token: world.tokens.calendar }) },
  keepPlace: input(() => ({ id: null, name: 'The barn', address: '3 Farm Road' })),
  endPlace: { variables: ({ world }) => ({ id: world.places.meadow.id }) },
  keepRoom: input(({ world }) => ({
    id: null,
    placeId: world.places.meadow.id,
    name: 'The loft',
    capacity: '12',
    stepFree: false,
    twoWaysOut: true,
  })),
  endRoom: { variables: ({ world }) => ({ id: world.places.meadow.rooms['The hall'] }) },
  keepSchoolTerm: input(() => ({ id: null, name: 'One more', from: '2031-01-01', until: '2031-02-01' })),
  endSchoolTerm: { variables: ({ facts }) => ({ id: facts.termId }) },
  keepHolidaysAndSchool: input(() => ({ nation: 'scotland', schoolStart: '09:00', schoolEnd: '15:15' })),
  saveMyBusyTimes: input(() => ({
    from: '2026-03-11',
    until: '2026-03-17',
    busy: ['2026-03-12T10:00:00.000Z/2026-03-12T11:00:00.000Z'],
  })),
  makeCalendarFeed: none,
  endCalendarFeed: none,
  sayAway: input(() => ({ workerId: helen.id, from: '2026-05-01', until: '2026-05-08' })),
  endAway: { variables: ({ facts }) => ({ id: facts.awayId }) },
}
