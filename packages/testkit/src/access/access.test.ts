import { expect, it } from 'vitest'
import { countAccess } from './check-access'

it('gives each person what the tables give them, with and without the lock and the wall, and finds what is planted', async () => {
  const said: string[] = []
  const counts = await countAccess(
    {
      engine: 'embedded',
      moments: ['booked'],
      people: [
        'a worker of another team',
        'the social worker',
        'the coordinator',
        'a worker who reads in an emergency',
        'Gran',
        'Dad, kept apart from Mum and not to know',
      ],
      mutants: 25,
    },
    (line) => void said.push(line),
  )
  expect(said.filter((line) => /^(unexpected|appOff|dbOff|not caught):/.test(line))).toEqual([])
  expect(counts).toMatchObject({ unexpected: 0, rowLeaksAppOff: 0, rowLeaksDbOff: 0, caught: counts.planted })
  expect(counts.noticed).toBeGreaterThan(0)
  expect(counts.planted).toBeGreaterThan(10)
}, 300_000)
