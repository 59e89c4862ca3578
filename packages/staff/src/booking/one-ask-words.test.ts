import { describe, expect, it } from 'vitest'
import { oneAskInWords, saidToThem } from './one-ask-words'
import type { OneAsk } from './use-ranked-times'

const result = (leftOut: [string, string][] = [], wall: [string, string] = ['2027-01-14T14:00', '2027-01-14T16:30']): OneAsk['result'] => ({
  __typename: 'TimeProposal',
  start: '2027-01-14T14:00:00Z',
  startWall: wall[0],
  endWall: wall[1],
  zone: 'Europe/London',
  placeId: null,
  placeName: null,
  roomId: null,
  roomName: null,
  secondRoomId: null,
  secondRoomName: null,
  shape: 'together',
  better: null,
  comes: [],
  secondMeeting: null,
  leftOut: leftOut.map(([participantId, name]) => ({ __typename: 'LeftOut', participantId, name, why: 'notFree' })),
})
const free: OneAsk = {
  __typename: 'OneAsk',
  kind: 'free',
  participantId: 'dad',
  name: 'Daniel',
  worker: false,
  edge: null,
  minutes: 150,
  fromWall: '2027-01-14T14:00',
  untilWall: '2027-01-14T16:30',
  result: result(),
}
const part: OneAsk = {
  ...free,
  kind: 'part',
  participantId: 'priya',
  name: 'Priya',
  worker: true,
  edge: 'beginning',
  minutes: 45,
  fromWall: null,
  untilWall: null,
}
const needed = [
  { id: 'mum', need: 'must' as const },
  { id: 'dad', need: 'must' as const },
  { id: 'gran', need: 'hoped' as const },
  { id: 'lee', need: 'must' as const },
  { id: 'priya', need: 'must' as const },
]

describe('the one ask, as the coordinator would say it', () => {
  it.each([
    ['everybody can', free, 'If Daniel could be free on Thursday 14 January 2027 from 14:00 to 16:30, everyone can come.'],
    [
      'all who must',
      { ...part, result: result([['gran', 'Gran']]) },
      'If Priya comes for the first 45 minutes, everyone who must be there can come: Thursday 14 January 2027, 14:00 to 16:30.',
    ],
    [
      'somebody hoped for',
      { ...free, participantId: 'gran', name: 'Gran', result: result([['x', 'Joyce']]) },
      'If Gran could be free on Thursday 14 January 2027 from 14:00 to 16:30, everyone who must be there can come, and Gran too.',
    ],
    [
      'some who must not',
      {
        ...free,
        untilWall: '2027-01-14T15:00',
        result: result([
          ['mum', 'Leanne'],
          ['gran', 'Gran'],
          ['lee', 'Lee'],
        ]),
      },
      'If Daniel could be free on Thursday 14 January 2027 from 14:00 to 15:00, everyone who ' +
        'must be there can come, but for Leanne and Lee: 14:00 to 16:30 that day.',
    ],
    [
      'over midnight',
      { ...free, fromWall: '2027-01-14T22:00', untilWall: '2027-01-15T01:00' },
      'If Daniel could be free from Thursday 14 January 2027, 22:00 to Friday 15 January ' +
        '2027, 01:00, everyone can come: Thursday 14 January 2027, 14:00 to 16:30.',
    ],
  ] as [string, OneAsk, string][])('%s', (_case, ask, words) => {
    expect(oneAskInWords(ask, needed)).toBe(words)
  })
})

describe('what is said to the person asked', () => {
  it.each([
    ['to be free', free, 'Could you be free on Thursday 14 January 2027 from 14:00 to 16:30?'],
    ['the beginning', part, 'Could you come for the first 45 minutes of a meeting: on Thursday 14 January 2027 from 14:00 to 14:45?'],
    [
      'the end',
      { ...part, edge: 'end', minutes: 60 },
      'Could you come for the last 60 minutes of a meeting: on Thursday 14 January 2027 from 15:30 to 16:30?',
    ],
  ] as [string, OneAsk, string][])('%s: their own day and time', (_case, ask, words) => {
    expect(saidToThem(ask)).toBe(words)
  })

  it('names nobody, whoever else the time is about', () => {
    const crowded = result([
      ['mum', 'Leanne'],
      ['gran', 'Gran'],
      ['lee', 'Lee'],
    ])
    for (const ask of [free, part])
      expect(
        saidToThem({
          ...ask,
          result: {
            ...crowded,
            placeName: 'Willow Hub',
            comes: [{ __typename: 'ComesBy', participantId: 'x', name: 'Tomasz', worker: false, how: 'inRoom', askBy: null }],
          },
        }),
      ).not.toMatch(/Leanne|Gran|Lee|Tomasz|Willow|Daniel|Priya/)
  })
})
