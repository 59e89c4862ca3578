import { describe, expect, it } from 'vitest'
import type { ApartLevel } from '../family/kept-apart'
import { participationStates } from './participation'
import { asPlanned, pairsTogether, wayNow, type Planned } from './way-now'

const planned = (
  personId: string,
  state: string,
  how: string | null,
  plannedHow: string | null,
  part?: Pick<Planned, 'partEdge' | 'partMinutes'>,
): Planned => ({ personId, state, how, plannedHow, ...part })

describe('how somebody takes part now', () => {
  it.each(participationStates)('%s', (state) => {
    const mayCome = ['notAsked', 'asked', 'noAnswerYet', 'coming'].includes(state)
    expect(wayNow({ state, how: null, plannedHow: 'video' })).toBe(mayCome ? 'video' : null)
    expect(wayNow({ state, how: 'phone', plannedHow: 'video' })).toBe(mayCome ? 'phone' : null)
    expect(wayNow({ state, how: null, plannedHow: null })).toBeNull()
  })

  it('leaves out of the check who does not come', () => {
    expect(asPlanned([planned('mum', 'notComing', null, 'inRoom'), planned('dad', 'asked', null, 'inRoom')])).toMatchObject([
      { personId: 'dad', state: 'coming', how: 'inRoom' },
    ])
  })
})

describe('pairs whom a meeting would bring together', () => {
  const pair = (level: ApartLevel) => [{ id: 'pair', oneId: 'dad', otherId: 'mum', level }]
  const table: [string, ApartLevel, Planned, Planned, boolean][] = [
    [
      'one has answered, the other is planned for the same room',
      'room',
      planned('mum', 'coming', 'inRoom', 'inRoom'),
      planned('dad', 'noAnswerYet', null, 'inRoom'),
      true,
    ],
    [
      'planned for two rooms of one place',
      'room',
      planned('mum', 'asked', null, 'inRoom'),
      planned('dad', 'asked', null, 'secondRoom'),
      false,
    ],
    [
      'planned for two rooms, and kept from one site',
      'site',
      planned('mum', 'asked', null, 'inRoom'),
      planned('dad', 'asked', null, 'secondRoom'),
      true,
    ],
    ['nobody planned in', 'knowing', planned('mum', 'coming', 'inRoom', null), planned('dad', 'asked', null, null), false],
    [
      'an hour between their parts',
      'site',
      planned('mum', 'asked', null, 'inRoom', { partEdge: 'beginning', partMinutes: 60 }),
      planned('dad', 'asked', null, 'inRoom', { partEdge: 'end', partMinutes: 60 }),
      false,
    ],
    [
      'less than an hour between their parts',
      'site',
      planned('mum', 'asked', null, 'inRoom', { partEdge: 'beginning', partMinutes: 75 }),
      planned('dad', 'asked', null, 'inRoom', { partEdge: 'end', partMinutes: 60 }),
      true,
    ],
  ]
  it.each(table)('%s', (_name, level, mum, dad, together) =>
    expect(pairsTogether([mum, dad], pair(level), 180)).toHaveLength(together ? 1 : 0),
  )
})
