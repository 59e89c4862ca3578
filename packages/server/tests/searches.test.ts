import { setImmediate as turn } from 'node:timers/promises'
import { searchTimes } from '@kinplan/domain/time-search/search-times'
import { openSearches } from '@kinplan/server/booking/searches'
import { findProjectRoot } from '@kinplan/server/platform/project-root'
import { bigWorld } from '@kinplan/testkit/times/big-worlds'
import { changesOfWorlds } from '@kinplan/testkit/times/compare-times'
import { afterAll, describe, expect, it } from 'vitest'

const [change] = changesOfWorlds()
const world = (seed: number) => bigWorld(seed, 30, change!)

describe('searches for a time', () => {
  const searches = openSearches(findProjectRoot())
  afterAll(() => searches.close())

  it('find in a thread of their own what is found here', async () => {
    expect(await searches.search('a', world(1))).toEqual(searchTimes(world(1)))
  })

  it('leave the thread that serves everybody free meanwhile', async () => {
    let found = false
    const search = searches.search('a', world(2)).then(() => (found = true))
    let turns = 0
    for (; !found; turns++) await turn()
    await search
    expect(turns).toBeGreaterThan(100)
  })

  it('let somebody wait for one search of each other person, however many those ask for', async () => {
    const done: string[] = []
    const asks = ['a1', 'a2', 'a3', 'b1'].map((name, at) => searches.search(name.charAt(0), world(at)).then(() => void done.push(name)))
    await Promise.all(asks)
    expect(done.indexOf('b1')).toBeLessThan(done.indexOf('a3'))
    expect(done.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3'])
  })

  it('go on after one that cannot be searched', async () => {
    const broken = searches.search('a', { ...world(3), ask: { ...world(3).ask, untilDate: '2000-01-01' } })
    const next = searches.search('a', world(4))
    await expect(broken).rejects.toThrow(RangeError)
    expect((await next).proposals.length).toBeGreaterThan(0)
  })
})
