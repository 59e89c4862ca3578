import { expect, it } from 'vitest'
import { countAccidents } from '../checks/accidents'

it('a phone whose battery dies in the middle of a word comes back to its plan, and one that keeps nothing does not', async () => {
  const battery = { accident: 'battery', moment: 'midWord', setting: 'alone' } as const
  const { windowMs, ...counts } = await countAccidents([battery], () => undefined)
  expect(counts).toEqual({
    accidents: 1,
    wordsTyped: 12,
    lostOutsideWindow: 0,
    jams: 0,
    falseSaved: 0,
    falseEndings: 0,
    planted: 2,
    caught: 2,
  })
  expect(windowMs).toBeLessThanOrEqual(300)
})
