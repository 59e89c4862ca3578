import { describe, expect, it } from 'vitest'
import { whatIsStuck, type FamilyStanding, type MeetingStanding } from './what-is-stuck'

const now = new Date('2026-03-10T10:00:00Z')
const on = (day: string) => new Date(`${day}T12:00:00Z`)

const conference: MeetingStanding = {
  id: 'conference',
  stage: 'booked',
  reviewsPlanId: null,
  coordinatorId: 'helen',
  childIds: ['mia'],
  children: 'Mia',
  startWall: '2026-03-17T16:00',
  createdAt: on('2026-02-20'),
  endedAt: null,
  participants: [],
  decidedPairIds: null,
  bottomLinesToAgree: [],
  withdrawals: [],
}
const ended: MeetingStanding = { ...conference, stage: 'ended', endedAt: on('2026-03-02'), startWall: '2026-03-02T16:00' }
const review: MeetingStanding = { ...conference, id: 'review', reviewsPlanId: 'plan', startWall: '2026-06-01T16:00' }
const plan = { id: 'plan', meetingId: 'conference', roomId: 'room', version: 1, sharedAt: on('2026-03-02'), children: 'Mia' }
const wholeYes = { planId: 'plan', stepId: null, answer: 'yes', decider: null, decideBy: null, at: on('2026-03-03') }
const action = {
  id: 'promise',
  meetingId: 'conference',
  text: 'Collect Mia on Fridays',
  dueOn: '2026-03-20',
  state: 'promised',
  ownerWorkerId: null,
  changedAt: on('2026-03-05'),
}
const father = { childId: 'mia', personId: 'dan', label: "Mia's dad", state: 'reachable' }

const family = (changes: Partial<FamilyStanding>): FamilyStanding => ({
  id: 'carters',
  name: 'The Carter family',
  zone: 'Europe/London',
  openedAt: on('2026-02-01'),
  supervisorId: 'ruth',
  socialWorkerId: 'priya',
  parents: [],
  pairs: [],
  breakGlass: [],
  meetings: [],
  plans: [],
  councilAnswers: [],
  actions: [],
  ...changes,
})

/** kind, in whose hands, since, due. */
const stuck = (changes: Partial<FamilyStanding>) =>
  whatIsStuck(family(changes), now).map(({ kind, workerId, since, dueOn }) => [kind, workerId, since, dueOn])

describe('what is stuck', () => {
  const asked = (state: string) => ({ ...conference, participants: [{ personId: 'dan', state }] })
  const withdrew = (saidOn: string): MeetingStanding => ({
    ...conference,
    withdrawals: [{ saidOn, contacts: [], participation: 'coming' }],
  })
  it.each<[string, Partial<FamilyStanding>, ReturnType<typeof stuck>]>([
    ['nothing, in a family where nothing has begun', {}, []],
    [
      'that somebody read it in an emergency, until the supervisor has looked at it',
      { breakGlass: [{ openedAt: on('2026-03-09'), by: 'Owen Price' }] },
      [['breakGlass', 'ruth', '2026-03-09', null]],
    ],
    ['not somebody who withdrew unseen, on the day to get in touch', { meetings: [withdrew('2026-03-09')] }, []],
    [
      'somebody who withdrew unseen and was not rung on the day after, also when the meeting has ended',
      { meetings: [withdrew('2026-03-08'), { ...withdrew('2026-03-08'), stage: 'ended' }] },
      [
        ['withdrawal', 'helen', '2026-03-08', '2026-03-09'],
        ['withdrawal', 'helen', '2026-03-08', '2026-03-09'],
      ],
    ],

    ["a parent who is on nobody's list", { parents: [father], meetings: [conference] }, [['parentNotAsked', 'helen', '2026-02-20', null]]],
    [
      'a parent on the list whom nobody has asked',
      { parents: [father], meetings: [asked('notAsked')] },
      [['parentNotAsked', 'helen', '2026-02-20', null]],
    ],
    ['not a parent who was asked and has not answered', { parents: [father], meetings: [asked('noAnswerYet')] }, []],
    ['not a parent who is not part, by a decision', { parents: [father], meetings: [asked('notPart')] }, []],
    ['not a parent of a child the meeting is not about', { parents: [{ ...father, childId: 'leo' }], meetings: [conference] }, []],
    [
      'a father of both children once',
      { parents: [father, { ...father, childId: 'leo' }], meetings: [{ ...conference, childIds: ['mia', 'leo'] }] },
      [['parentNotAsked', 'helen', '2026-02-20', null]],
    ],
    [
      'a parent who can be reached but whose name nobody wrote down',
      { parents: [{ ...father, personId: null }], meetings: [conference] },
      [['parentNotAsked', 'helen', '2026-02-20', null]],
    ],
    ['not a parent once the day has begun', { parents: [father], meetings: [{ ...conference, stage: 'welcome' }] }, []],

    [
      'a parent not known, with the social worker',
      { parents: [{ ...father, personId: null, state: 'notKnown' }] },
      [['parentNotFound', 'priya', '2026-02-01', null]],
    ],
    [
      'a parent named but not reachable',
      { parents: [{ ...father, state: 'notReachable' }] },
      [['parentNotFound', 'priya', '2026-02-01', null]],
    ],
    ['not a parent for whom it is not safe to look', { parents: [{ ...father, state: 'notSafe' }], meetings: [conference] }, []],
    [
      'with the supervisor where nobody is allocated',
      { socialWorkerId: null, parents: [{ ...father, state: 'notReachable' }] },
      [['parentNotFound', 'ruth', '2026-02-01', null]],
    ],

    [
      'a meeting without a date',
      { meetings: [{ ...conference, stage: 'preparing', startWall: null }] },
      [['meetingWithoutDate', 'helen', '2026-02-20', null]],
    ],

    [
      "a plan without the council's answer",
      { meetings: [conference], plans: [plan] },
      [['planWaitingForCouncil', 'priya', '2026-03-02', null]],
    ],
    [
      'a plan of which only one step was answered',
      { meetings: [conference], plans: [plan], councilAnswers: [{ ...wholeYes, stepId: 'step' }] },
      [['planWaitingForCouncil', 'priya', '2026-03-02', null]],
    ],
    ['not a plan that was answered', { meetings: [conference], plans: [plan], councilAnswers: [wholeYes] }, []],
    [
      'only the newest version of a plan',
      { meetings: [conference], plans: [plan, { ...plan, id: 'plan2', version: 2, sharedAt: on('2026-03-04') }] },
      [['planWaitingForCouncil', 'priya', '2026-03-04', null]],
    ],
    [
      'the plans of two rooms, each',
      { meetings: [conference], plans: [plan, { ...plan, id: 'other', roomId: 'other', version: 2 }] },
      [
        ['planWaitingForCouncil', 'priya', '2026-03-02', null],
        ['planWaitingForCouncil', 'priya', '2026-03-02', null],
      ],
    ],
    [
      'a request that somebody higher decides',
      {
        meetings: [conference],
        plans: [plan],
        councilAnswers: [wholeYes, { ...wholeYes, stepId: 'step', answer: 'decidedBy', decider: 'Panel', decideBy: '2026-03-12' }],
      },
      [['councilDecision', 'ruth', '2026-03-03', '2026-03-12']],
    ],
    [
      'not a request that was decided since',
      {
        meetings: [conference],
        plans: [plan],
        councilAnswers: [
          { ...wholeYes, answer: 'decidedBy', decider: 'Panel' },
          { ...wholeYes, at: on('2026-03-05') },
        ],
      },
      [],
    ],

    [
      "the family's promise that needs a hand, with the coordinator",
      { meetings: [conference], actions: [{ ...action, state: 'needsHand' }] },
      [['familyActionNeedsHand', 'helen', '2026-03-05', '2026-03-20']],
    ],
    [
      'a promise whose day has passed',
      { meetings: [conference], actions: [{ ...action, dueOn: '2026-03-09' }] },
      [['familyActionLate', 'helen', '2026-03-09', '2026-03-09']],
    ],
    ['not a promise for today', { meetings: [conference], actions: [{ ...action, dueOn: '2026-03-10' }] }, []],
    [
      "the council's promise, with the worker who made it",
      { meetings: [conference], actions: [{ ...action, ownerWorkerId: 'marcus', dueOn: '2026-03-09' }] },
      [['councilActionLate', 'marcus', '2026-03-09', '2026-03-09']],
    ],
    [
      'needs a hand before late, once',
      { meetings: [conference], actions: [{ ...action, ownerWorkerId: 'marcus', state: 'needsHand', dueOn: '2026-03-01' }] },
      [['councilActionNeedsHand', 'marcus', '2026-03-05', '2026-03-01']],
    ],

    [
      'a review that nobody booked',
      { meetings: [ended], plans: [plan], councilAnswers: [wholeYes] },
      [['reviewDue', 'helen', '2026-03-02', null]],
    ],
    [
      'a review within a fortnight',
      { meetings: [ended, { ...review, startWall: '2026-03-24T16:00' }], plans: [plan], councilAnswers: [wholeYes] },
      [['reviewDue', 'helen', '2026-03-02', '2026-03-24']],
    ],
    [
      'not a review in fifteen days',
      { meetings: [ended, { ...review, startWall: '2026-03-25T16:00' }], plans: [plan], councilAnswers: [wholeYes] },
      [],
    ],
    [
      'a review whose day has passed',
      { meetings: [ended, { ...review, startWall: '2026-03-08T16:00' }], plans: [plan], councilAnswers: [wholeYes] },
      [['reviewDue', 'helen', '2026-03-02', '2026-03-08']],
    ],
    [
      'not a review that was held',
      { meetings: [ended, { ...review, stage: 'ended', endedAt: on('2026-03-09') }], plans: [plan], councilAnswers: [wholeYes] },
      [],
    ],
    ['not a review of a meeting that made no plan', { meetings: [ended] }, []],

    [
      'a safety decision, from the day the pair was marked',
      { meetings: [conference], pairs: [{ id: 'pair', markedAt: on('2026-03-01') }] },
      [['safetyDecision', 'ruth', '2026-03-01', null]],
    ],
    [
      'a safety decision, from the day the meeting began',
      { meetings: [conference], pairs: [{ id: 'pair', markedAt: on('2026-02-02') }] },
      [['safetyDecision', 'ruth', '2026-02-20', null]],
    ],
    [
      'a safety decision again, when a pair came later',
      {
        meetings: [{ ...conference, decidedPairIds: ['pair'] }],
        pairs: [
          { id: 'pair', markedAt: on('2026-02-02') },
          { id: 'later', markedAt: on('2026-03-04') },
        ],
      },
      [['safetyDecision', 'ruth', '2026-03-04', null]],
    ],
    [
      'not a safety decision that was made',
      { meetings: [{ ...conference, decidedPairIds: ['pair'] }], pairs: [{ id: 'pair', markedAt: on('2026-02-02') }] },
      [],
    ],
    [
      'what the plan must make sure of, until a manager agrees',
      { meetings: [{ ...conference, bottomLinesToAgree: [{ text: 'Mia sleeps safely', setAt: on('2026-02-25') }] }] },
      [['bottomLineToAgree', 'ruth', '2026-02-25', null]],
    ],
  ])('is %s', (_, changes, expected) => {
    expect(stuck(changes)).toEqual(expected)
  })

  it('shows decisions that only the supervisor can make first, then what has waited longest', () => {
    const found = whatIsStuck(
      family({
        parents: [{ ...father, state: 'notReachable' }],
        pairs: [{ id: 'pair', markedAt: on('2026-03-05') }],
        meetings: [{ ...conference, stage: 'preparing' }],
      }),
      now,
    )
    expect(found.map(({ kind, onlyYou }) => [kind, onlyYou])).toEqual([
      ['safetyDecision', true],
      ['parentNotFound', false],
      ['meetingWithoutDate', false],
    ])
  })

  it('never says who is kept apart from whom', () => {
    const found = whatIsStuck(family({ meetings: [conference], pairs: [{ id: 'pair', markedAt: on('2026-03-01') }] }), now)
    expect(found).toEqual([
      {
        kind: 'safetyDecision',
        workerId: 'ruth',
        familyId: 'carters',
        familyName: 'The Carter family',
        meetingId: 'conference',
        actionId: null,
        subject: 'Mia',
        since: '2026-03-01',
        dueOn: null,
        onlyYou: true,
      },
    ])
  })

  it("counts days in the family's own zone", () => {
    const late = { ...action, dueOn: '2026-03-09' }
    const justAfterMidnight = new Date('2026-03-10T00:30:00Z')
    expect(whatIsStuck(family({ actions: [late] }), justAfterMidnight)).toHaveLength(1)
    expect(whatIsStuck(family({ actions: [late], zone: 'America/New_York' }), justAfterMidnight)).toHaveLength(0)
  })
})
