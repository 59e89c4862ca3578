import { describe, expect, it } from 'vitest'
import { parseBusyTimes, parseDays, mostBusyDays, mostBusyTimes } from './busy-times'

const hour = (at: number) => Date.parse(`2026-03-10T${String(at).padStart(2, '0')}:00:00Z`)
const day = { startMs: hour(0), endMs: hour(20) }
const text = (from: string, until: string) => `2026-03-10T${from}:00.000Z/2026-03-10T${until}:00.000Z`

const table: [string, string[], [number, number][]][] = [
  ['nothing', [], []],
  [
    'two apart, out of order',
    [text('14:00', '15:00'), text('09:00', '10:00')],
    [
      [9, 10],
      [14, 15],
    ],
  ],
  ['two that touch', [text('09:00', '10:00'), text('10:00', '11:00')], [[9, 11]]],
  ['one inside another', [text('09:00', '13:00'), text('10:00', '11:00')], [[9, 13]]],
  ['cut at the end of the stretch', [text('19:00', '22:00')], [[19, 20]]],
  ['outside the stretch', [text('20:00', '22:00')], []],
  ['without seconds', ['2026-03-10T09:00Z/2026-03-10T10:00Z'], [[9, 10]]],
]
const refused: [string, string[], string][] = [
  ['no instant', ['Tuesday'], 'timeImpossible'],
  ['no end', ['2026-03-10T09:00:00.000Z'], 'timeImpossible'],
  ['three', [`${text('09:00', '10:00')}/2026-03-10T11:00:00.000Z`], 'timeImpossible'],
  ['a wall time', ['2026-03-10T09:00:00/2026-03-10T10:00:00'], 'timeImpossible'],
  ['an hour that is none', [text('25:00', '26:00')], 'timeImpossible'],
  ['ends as it starts', [text('09:00', '09:00')], 'endBeforeStart'],
  ['more than a calendar holds', Array.from({ length: mostBusyTimes + 1 }, () => text('09:00', '10:00')), 'tooMany'],
]

describe('when a worker is taken', () => {
  it.each(table)('%s', (_name, typed, hours) =>
    expect(parseBusyTimes(typed, day)).toEqual(hours.map(([from, until]) => ({ startMs: hour(from), endMs: hour(until) }))),
  )
  it.each(refused)('refuses %s', (_name, typed, code) => expect(() => parseBusyTimes(typed, day)).toThrow(code))

  it('speaks for days in order, and not for more than half a year', () => {
    expect(parseDays('2026-03-10', '2026-03-10', mostBusyDays)).toEqual({ from: '2026-03-10', until: '2026-03-10' })
    expect(parseDays('2026-01-01', '2026-07-01', mostBusyDays)).toBeTruthy()
    expect(() => parseDays('2026-01-01', '2026-07-02', mostBusyDays)).toThrow('windowTooLong')
    expect(() => parseDays('2026-03-10', '2026-03-09', mostBusyDays)).toThrow('endBeforeStart')
  })
})
