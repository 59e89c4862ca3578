import { describe, expect, it } from 'vitest'
import { parseCapacity } from './parse-capacity'
import { roomFits, type RoomUse } from './room-fits'

const plain = { stepFree: false, twoWaysOut: false }
const table: [string, { capacity: number; stepFree: boolean; twoWaysOut: boolean }, RoomUse, number, typeof plain, boolean][] = [
  ['just enough seats', { capacity: 8, ...plain }, 'main', 8, plain, true],
  ['a seat too few', { capacity: 8, ...plain }, 'main', 9, plain, false],
  ['steps where there may be none', { capacity: 8, ...plain }, 'main', 2, { stepFree: true, twoWaysOut: false }, false],
  ['steps in the second room', { capacity: 8, ...plain }, 'second', 2, { stepFree: true, twoWaysOut: false }, false],
  [
    'one way out where two are needed',
    { capacity: 8, stepFree: true, twoWaysOut: false },
    'main',
    2,
    { stepFree: true, twoWaysOut: true },
    false,
  ],
  [
    'one way out of the second room',
    { capacity: 8, stepFree: true, twoWaysOut: false },
    'second',
    2,
    { stepFree: true, twoWaysOut: true },
    true,
  ],
  ['all that is needed', { capacity: 8, stepFree: true, twoWaysOut: true }, 'main', 8, { stepFree: true, twoWaysOut: true }, true],
]

describe('a room for a meeting', () => {
  it.each(table)('%s', (_name, room, use, seats, needed, fits) => expect(roomFits(room, use, seats, needed)).toBe(fits))

  it.each([
    ['12', 12],
    [' 500 ', 500],
    ['1', 1],
  ])('seats as typed: %j', (typed, seats) => expect(parseCapacity(typed, 'capacity')).toBe(seats))
  it.each(['', '0', '501', '-3', '4.5', 'ten', '1e2'])('refuses %j seats', (typed) =>
    expect(() => parseCapacity(typed, 'capacity')).toThrow('numberImpossible'),
  )
})
