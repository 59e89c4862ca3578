import { idsFor } from '@kinplan/server/access/shown-id'
import { teams, workers } from '../cast'
import { input, meetingOf, type Ask, type Asking, type Asks } from './ask'
import { mia } from './tell-emergency'
import type { InFamily } from './tell-family'

const { helen, priya } = workers

const partOf = ({ world }: Asking, who: InFamily) => world.participants[world.people[who]] ?? ''
const participant = (asking: Asking, who: InFamily) => {
  const participantId = partOf(asking, who)
  return { participantId, version: asking.facts.participantVersions[participantId] ?? 1 }
}
const at: Ask['variables'] = ({ world, facts }) => ({ meetingId: world.meetingId, version: facts.meetingVersion })
const when = { date: '2026-03-22', start: '10:00', minutes: '120', place: 'Willow Family Hub' }
const timesAsk = ({ world }: Asking) => ({
  from: '2026-03-16',
  until: '2026-03-22',
  minutes: '120',
  earliest: '09:00',
  latest: '15:00',
  weekdays: [1, 2],
  noticeDays: '0',
  bankHolidays: true,
  schoolHours: true,
  placeIds: [world.places.willow.id],
  stepFree: false,
  twoWaysOut: false,
  secondRoom: false,
})
const week = { kind: 'ordinaryWeek', weekdays: [1], start: '10:00', end: '17:00', how: ['inRoom'] }
const saying = { zone: 'Europe/London', rules: [week] }

/** The id under which whoever asks knows Grandad: each of the family has one of their own for him. */
function grandadTo({ world, person }: Asking): string {
  const id = world.ids[person]
  const { grandad } = world.people
  const isOfTheFamily = Object.values(world.people).some((one) => one === id)
  const viewer =
    isOfTheFamily && id !== null
      ? ({ kind: 'person', id, familyId: world.familyId, sessionId: id } as const)
      : ({ kind: 'nobody' } as const)
  return idsFor(viewer, world.server.parts.key).shownId(grandad)
}

/** What is asked and done until the day: the family, its meeting, and a time for it. */
export const asksBefore: Asks = {
  openFamily: input(() => ({
    name: 'The Reed family',
    teamId: teams.north.id,
    zone: 'Europe/London',
    children: [{ name: 'Poppy Reed', bornOn: '2019-01-02' }],
  })),
  addPerson: input(({ world }) => ({
    familyId: world.familyId,
    name: 'Rosa Lane',
    kind: 'kin',
    zone: 'Europe/London',
    relations: [{ childId: world.people.mia, kind: 'cousin', responsibility: false, throughId: world.people.mum }],
  })),
  setParent: input(({ world, facts }) => ({
    familyId: world.familyId,
    childId: world.people.mia,
    personId: world.people.mum,
    slotId: facts.slot.id,
    version: facts.slot.version,
    label: 'Mum',
    state: 'reachable',
    reason: '',
  })),
  addContactPoint: input(({ world }) => ({
    personId: world.people.cousin,
    kind: 'phone',
    value: '07700 900199',
    safeToUse: true,
    note: '',
  })),
  allocate: input(({ world }) => ({ familyId: world.familyId, workerId: priya.id, role: 'socialWorker' })),
  markApart: input(({ world: { people } }) => ({
    oneId: people.cousin,
    otherId: people.advocate,
    levels: ['room'],
    atRiskId: people.cousin,
  })),
  liftApart: { variables: ({ facts }) => ({ pairId: facts.pairId }) },
  correct: input(({ world, facts }) => ({
    field: 'personName',
    subjectId: world.people.cousin,
    version: facts.personVersions[world.people.cousin],
    value: 'Kitty Lane',
  })),
  'correct, of a reason to meet': input(({ facts }) => ({
    field: 'whyText',
    subjectId: facts.why.id,
    version: facts.why.version,
    value: 'Put so.',
  })),
  startMeeting: input(({ world }) => ({
    familyId: world.familyId,
    coordinatorId: helen.id,
    referrerId: priya.id,
    childIds: [world.people.mia],
  })),
  recordSafety: input(({ world }) => ({
    meetingId: world.meetingId,
    saidAlone: 'a',
    ordersChecked: 'b',
    advice: 'c',
    shape: 'd',
    arrivalLeaving: 'e',
    ifSomebodyComes: 'f',
  })),
  addWhy: input(({ world }) => ({ meetingId: world.meetingId, kind: 'help', text: 'A cot.' })),
  askQuestion: { variables: ({ world }) => ({ meetingId: world.meetingId, text: 'Can we have the lights on?' }) },
  addBottomLine: input(({ world }) => ({
    meetingId: world.meetingId,
    text: 'Mia eats.',
    childIds: [world.people.mia],
    laterReason: 'It came later.',
  })),
  agreeBottomLine: { variables: ({ facts }) => ({ bottomLineId: facts.line.id, version: facts.line.version }) },
  giveBottomLines: { variables: ({ world }) => ({ meetingId: world.meetingId, on: '2026-03-10' }) },
  addParticipant: input(({ world }) => ({ meetingId: world.meetingId, personId: world.people.cousin, need: 'welcome' })),
  prepare: input((asking) => ({
    ...participant(asking, 'grandad'),
    wantsToTakePart: 'Yes',
    whoShouldBeThere: '',
    isItSafe: 'Yes',
    whoMayKnow: '',
    howToReach: '',
    whatWouldHelp: '',
  })),
  setParticipation: input((asking) => ({ ...participant(asking, 'grandad'), state: 'notComing', how: null })),
  decideNotPart: input((asking) => ({
    ...participant(asking, 'grandad'),
    reason: 'He is in hospital.',
    lookAgainOn: '2026-04-10',
    viewsGathered: false,
  })),
  setNeed: input((asking) => ({
    ...participant(asking, 'grandad'),
    need: 'hoped',
    comesWithId: partOf(asking, 'gran'),
    travel: [{ placeId: asking.world.places.willow.id, minutes: '20' }],
  })),
  'sayWhenICanCome, for oneself': input(({ facts, person }) => ({ ...saying, version: facts.mine[person].said })),
  'sayWhenICanCome, for Grandad': input((asking) => ({ ...saying, personId: grandadTo(asking), version: 0 })),
  saveTimeAsk: input((asking) => ({ meetingId: asking.world.meetingId, version: asking.facts.askVersion, ask: timesAsk(asking) })),
  rankedTimes: { variables: (asking) => ({ meetingId: asking.world.meetingId, ask: timesAsk(asking) }) },
  timeByHand: {
    variables: (asking) => ({
      meetingId: asking.world.meetingId,
      ask: timesAsk(asking),
      date: '2026-03-16',
      start: '10:00',
      placeId: asking.world.places.willow.id,
    }),
  },
  bookTime: input(({ world, facts }) => ({
    meetingId: world.meetingId,
    version: facts.meetingVersion,
    ...when,
    placeId: world.places.willow.id,
    roomId: world.places.willow.rooms['The garden room'],
  })),
  confirmRooms: { variables: at, met: ['noTimeYet', 'alreadyDone'] },
  sendInvitations: { variables: at, met: ['noTimeYet'] },
  reply: input(({ world, facts, person }) => ({
    meetingId: world.meetingId,
    version: facts.mine[person].part,
    reply: 'coming',
    how: 'phone',
  })),
  askAnotherDay: input(({ world }) => ({ meetingId: world.meetingId, words: 'I work then.' }), { met: ['alreadyDone'] }),
  answerAnotherDay: { variables: ({ facts }) => ({ id: facts.anotherDayId }) },
  makeSignInLink: { variables: ({ world }) => ({ personId: world.people.grandad }) },
  endAccess: { variables: ({ world }) => ({ personId: world.people.grandad }) },
  copies: { variables: meetingOf, met: ['noTimeYet'] },
  withdrawUnseen: { variables: meetingOf },
  writeWithdrawal: { variables: (asking) => ({ participantId: partOf(asking, 'grandad') }) },
  answerWithdrawal: input(({ facts }) => ({ id: facts.withdrawalId, outcome: 'stays', words: 'She comes, by phone.' })),
  breakGlass: input(() => ({ ...mia, reason: 'She is at the police station.' })),
  endBreakGlass: { variables: ({ world }) => ({ familyId: world.familyId }) },
  reviewBreakGlass: input(({ facts }) => ({ id: facts.breakGlassId, finding: 'right', words: 'It could not wait.' })),
  meeting: { variables: ({ world }) => ({ id: world.meetingId }) },
  myMeeting: { variables: ({ world }) => ({ id: world.meetingId }) },
  family: { variables: ({ world }) => ({ id: world.familyId }) },
  accessRecord: { variables: ({ world }) => ({ familyId: world.familyId, first: 20 }) },
  changed: { variables: meetingOf },
}
