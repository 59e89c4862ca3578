import { ApolloProvider } from '@apollo/client/react'
import { render } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { vi } from 'vitest'
import { answerDocuments, type Answers } from '../connection/answer-documents-for-tests'
import { createApollo } from '../connection/apollo'
import { routes } from '../routes'

const helen = { __typename: 'Worker', id: 'w1', name: 'Helen Okafor', title: 'Coordinator', phone: '01632 960103' }
const priya = { ...helen, id: 'w2', name: 'Priya Shah', title: 'Social worker' }
export const me = {
  __typename: 'Me',
  council: { __typename: 'Council', name: 'Wendlebury Council', phone: '01632 960100', story: true },
  worker: helen,
  person: null,
  viewerCan: [],
  storyPage: false,
  today: '2026-12-01',
}

/** Somebody of the family in the meeting. */
export const part = (id: string, name: string, more: object = {}) => ({
  __typename: 'Participant',
  id,
  name,
  need: 'must',
  state: 'asked',
  how: null,
  version: 7,
  invitedAt: null,
  invitation: null,
  arriveAt: null,
  attended: null,
  worker: null,
  notPart: null,
  preparation: null,
  person: {
    __typename: 'Person',
    id: `person-${id}`,
    name,
    kind: 'kin',
    ended: false,
    saidWhen: true,
    linkTries: null,
    zone: 'Europe/London',
    availabilityVersion: 1,
    availability: [],
  },
  partEdge: null,
  partMinutes: null,
  comesWithId: null,
  plannedHow: null,
  travel: [],
  ...more,
})

export const ask = {
  from: '2027-01-04',
  until: '2027-01-29',
  minutes: '120',
  earliest: '09:30',
  latest: '20:00',
  weekdays: [1, 2, 3, 4, 5],
  noticeDays: '14',
  bankHolidays: false,
  schoolHours: true,
  placeIds: ['willow'],
  stepFree: true,
  twoWaysOut: false,
  secondRoom: false,
}

/** A meeting without a time, asked about before. */
export const meeting = {
  __typename: 'Meeting',
  id: 'm1',
  familyId: 'f1',
  familyName: 'The Carter family',
  kind: 'conference',
  stage: 'preparing',
  version: 4,
  startWall: null,
  start: null,
  endWall: null,
  zone: 'Europe/London',
  minutes: null,
  place: null,
  coordinator: helen,
  referrer: priya,
  children: [{ __typename: 'Person', id: 'c1', name: 'Mia', bornOn: null }],
  safety: 'none',
  safetyDecision: null,
  participants: [part('leanne', 'Leanne'), part('daniel', 'Daniel'), part('halina', 'Halina', { need: 'welcome' })],
  why: [],
  bottomLines: [],
  plans: [],
  reviewsPlanId: null,
  readers: [],
  ending: null,
  nextStep: null,
  endedWithoutPlan: null,
  spokenEnd: null,
  placeId: null,
  timeAsk: { __typename: 'TimeAsk', version: 1, ...ask },
  roomHolds: [],
  conflicts: [],
  moved: [],
  timeOff: [],
  anotherDays: [],
  withdrawals: null,
  viewerCan: ['meeting_read', 'time_ask', 'time_rank', 'time_book', 'time_confirm', 'anotherDay_answer'],
}

const room = (id: string, name: string, capacity: number) => ({ __typename: 'Room', id, name, capacity, stepFree: true, twoWaysOut: false })
export const places = [
  {
    __typename: 'Place',
    id: 'willow',
    name: 'Willow Family Hub',
    address: '1 Willow Lane',
    rooms: [room('garden', 'the garden room', 3), room('quiet', 'the quiet room', 14)],
  },
  { __typename: 'Place', id: 'beech', name: 'Beech House', address: '2 Beech Road', rooms: [] },
]
const terms = [{ __typename: 'SchoolTerm', id: 't1', name: 'Spring 2027, first half', from: '2027-01-04', until: '2027-02-12' }]
const holidaysAndSchool = { __typename: 'HolidaysAndSchool', nation: 'englandAndWales', schoolStart: '08:45', schoolEnd: '15:30' }

export const comes = (participantId: string, name: string, how = 'inRoom') => ({
  __typename: 'ComesBy',
  participantId,
  name,
  how,
  worker: false,
  askBy: null,
})
export const leftOut = (participantId: string, name: string, why = 'notFree') => ({ __typename: 'LeftOut', participantId, name, why })
/** A proposal of two hours in the garden room, from a wall time 'YYYY-MM-DDTHH:MM'. */
export const proposalAt = (startWall: string, more: object = {}) => ({
  __typename: 'TimeProposal',
  start: `${startWall}:00Z`,
  startWall,
  endWall: `${startWall.slice(0, 11)}${String(Number(startWall.slice(11, 13)) + 2).padStart(2, '0')}${startWall.slice(13)}`,
  zone: 'Europe/London',
  placeId: 'willow',
  placeName: 'Willow Family Hub',
  roomId: 'garden',
  roomName: 'the garden room',
  secondRoomId: null,
  secondRoomName: null,
  shape: 'together',
  better: null,
  comes: [comes('leanne', 'Leanne'), comes('daniel', 'Daniel')],
  leftOut: [leftOut('halina', 'Halina')],
  secondMeeting: null,
  ...more,
})
/** What the server gives for these proposals. */
export const foundOf = (proposals: object[], more: object = {}) => ({
  __typename: 'RankedTimes',
  refused: null,
  field: null,
  stopped: false,
  proposals,
  asks: [],
  people: [
    ['leanne', 'Leanne'],
    ['daniel', 'Daniel'],
  ].map(([participantId, name]) => ({ __typename: 'HeatPerson', participantId, name, worker: false })),
  heat: [
    { __typename: 'HeatCell', day: '2027-01-14', hour: 14, time: '14:00', ways: 'rr' },
    { __typename: 'HeatCell', day: '2027-01-20', hour: 15, time: '15:15', ways: 'r-' },
  ],
  ...more,
})

class QuietSocket {
  static readonly CONNECTING = 0
  readyState = 0
  close(): void {
    this.readyState = 3
  }
}

/** The Times page of the meeting as its coordinator sees it; one proposal is found unless the answers say otherwise. */
export function openTimes(shown: object = meeting, answers: Answers = {}) {
  vi.stubGlobal('WebSocket', QuietSocket)
  vi.stubGlobal('scrollTo', () => undefined)
  const edge = answerDocuments({
    Me: () => ({ me }),
    Meeting: () => ({ meeting: shown }),
    PlacesToAsk: () => ({ places }),
    Places: () => ({ places, schoolTerms: terms, holidaysAndSchool }),
    RankedTimes: () => ({ rankedTimes: foundOf([proposalAt('2027-01-14T14:00')]) }),
    ...answers,
  })
  vi.stubGlobal('fetch', edge.fetch)
  render(
    <ApolloProvider client={createApollo({ graphql: 'http://localhost/graphql', socket: 'ws://localhost/graphql' })}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/meetings/m1/times'] })} />
    </ApolloProvider>,
  )
  return {
    ...edge,
    sentTo: (name: string) => edge.sent.filter(({ operationName }) => operationName === name).map(({ variables }) => variables),
  }
}
