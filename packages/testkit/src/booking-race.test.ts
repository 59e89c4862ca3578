import { describe, expect, it } from 'vitest'
import { raceBookings, racingConstraints, type RacingConstraint } from '../checks/booking-race'

const attempts = 300
/** Milliseconds: each race makes a database of its own. */
const timeout = 240_000
const onPostgres = process.env['TEST_DATABASE_URL'] !== undefined

describe.runIf(onPostgres)('a race for few rooms, workers and times', () => {
  it('books nothing twice, and nothing fails', { timeout }, async () => {
    const { booked, refused, ...figures } = await raceBookings(attempts)
    expect(figures).toEqual({ attempts, faults: 0, doubleRooms: 0, doubleWorkers: 0, pairsTogether: 0, complaints: [] })
    expect(booked).toBeGreaterThan(0)
    expect(refused).toBeGreaterThan(0)
  })

  it.each(Object.keys(racingConstraints) as RacingConstraint[])(
    'finds what is booked twice without %s, and only that',
    { timeout },
    async (constraint) => {
      const { figure } = racingConstraints[constraint]
      const { doubleRooms, doubleWorkers, pairsTogether } = await raceBookings(attempts, constraint)
      const doubles = { doubleRooms, doubleWorkers, pairsTogether }
      expect(doubles[figure]).toBeGreaterThan(0)
      expect({ ...doubles, [figure]: 0 }).toEqual({ doubleRooms: 0, doubleWorkers: 0, pairsTogether: 0 })
    },
  )
})
