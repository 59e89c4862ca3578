import { expect, it } from 'vitest'
import { countStrangers } from '../checks/strangers'

it('shows strangers nothing of any root field, and finds what a picked lock shows', async () => {
  const { missing, ...counts } = await countStrangers()
  expect(missing).toEqual([])
  expect(counts).toMatchObject({ granted: counts.fields, calls: counts.fields * 4, leaks: 0, caught: counts.planted })
  expect(counts.planted).toBeGreaterThan(10)
}, 300_000)
