import { describe, expect, it } from 'vitest'
import { heatHours, heatSpells } from './heat-hours'

const people = [
  { participantId: 'mum', name: 'Mum', worker: false },
  { participantId: 'dad', name: 'Dad', worker: false },
  { participantId: 'gran', name: 'Gran', worker: false },
  { participantId: 'lee', name: 'Lee', worker: false },
]
const cell = (hour: number, ways: string, day = '2027-01-14') => ({ day, hour, time: `${hour}:00`, ways })
const nobody = new Set<string>()

describe('the heat of the weeks in names', () => {
  it.each([
    ['rrvp', 4],
    ['rrr-', 3],
    ['rr--', 2],
    ['r---', 1],
    ['rrrl', 3],
    ['---f', 0],
    ['----', 0],
  ])('%s is as warm as %i', (ways, level) => {
    expect(heatHours({ heat: [cell(14, ways)], people }, nobody)[0]?.level).toBe(level)
  })

  it('says who comes in which way, and who does not', () => {
    expect(heatHours({ heat: [cell(14, 'rs-f')], people }, nobody)[0]).toMatchObject({
      can: [
        { name: 'Mum', how: 'inRoom' },
        { name: 'Dad', how: 'secondRoom' },
        { name: 'Lee', how: 'spokenFor' },
      ],
      cannot: ['Gran'],
    })
  })

  it('leaves out those who have not said yet: that is not a no', () => {
    expect(heatHours({ heat: [cell(14, 'rrr-')], people }, new Set(['lee']))[0]).toMatchObject({ level: 4, cannot: [] })
  })

  it('as a list is one row for hours in which nothing changes, and none for hours in which nobody can come', () => {
    const hours = heatHours(
      {
        heat: [cell(9, '----'), cell(10, 'rr--'), cell(11, 'rr--'), cell(12, 'r---'), cell(14, 'r---'), cell(9, 'r---', '2027-01-15')],
        people,
      },
      nobody,
    )
    expect(heatSpells(hours).map(({ day, from, to }) => `${day} ${from} ${to}`)).toEqual([
      '2027-01-14 10:00 11:00',
      '2027-01-14 12:00 12:00',
      '2027-01-14 14:00 14:00',
      '2027-01-15 9:00 9:00',
    ])
  })
})
