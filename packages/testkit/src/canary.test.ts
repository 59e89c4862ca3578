import { expect, it } from 'vitest'
import { countCanaries, isAsItMustBe } from '../checks/canary'

it('finds no confidential text with anybody who may not have it, and every leak that is planted', async () => {
  const said: string[] = []
  const counts = await countCanaries({ stories: 'one', every: 100, engine: 'embedded' }, (line) => void said.push(line))
  expect(said).toEqual([])
  expect(counts).toMatchObject({ hits: 0, unclassified: 0, caught: counts.planted })
  expect(isAsItMustBe(counts)).toBe(true)
  expect(counts.textsReceived).toBeGreaterThan(40)
}, 240_000)
