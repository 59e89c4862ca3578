import { setImmediate as turn } from 'node:timers/promises'
import { proposalAt } from '@kinplan/domain/time-search/ranked-times'
import { searchTimes, type TimesAsKept, type TimesSought } from '@kinplan/domain/time-search/search-times'
import { openSearches } from '@kinplan/server/booking/searches'
import { findProjectRoot } from '@kinplan/server/platform/project-root'
import { bigWorld } from '@kinplan/testkit/times/big-worlds'
import { Chance } from '@kinplan/testkit/times/chance'
import { changesOfWorlds } from '@kinplan/testkit/times/compare-times'
import { typedWorldRule } from '@kinplan/testkit/times/typed-world-rule'
import { afterAll, describe, expect, it } from 'vitest'

const [change] = changesOfWorlds()
const world = (seed: number) => bigWorld(seed, 30, change!)

/** With everybody's rules as they are kept. */
const kept = ({ ask, people, pairs, busy }: TimesSought): TimesAsKept => ({
  ask,
  people: people.map((person) => ({
    ...person,
    rules: person.rules.map(typedWorldRule),
  })),
  pairs,
  busy,
})

/** Sixty people, nearly three hundred pairs, ten places and half a year. */
function tooMuch({ ask, busy }: TimesSought): TimesSought {
  const { people } = bigWorld(5, 60, change!)
  const chance = new Chance(5)
  const ids = people.map(({ id }) => id)
  const [place] = ask.places ?? []
  return {
    ask: {
      ...ask,
      untilDate: new Date(Date.parse(ask.fromDate) + 175 * 86_400_000).toISOString().slice(0, 10),
      places: Array.from({ length: 10 }, (_, at) => ({
        id: `place${at}`,
        rooms: place!.rooms.map((room) => ({ ...room, id: `${room.id} ${at}` })),
      })),
    },
    people,
    pairs: Array.from({ length: 277 }, () => {
      const [one, other] = chance.some(ids, 2)
      return { oneId: one!, otherId: other!, level: chance.one(['room', 'site', 'online'] as const) }
    }),
    busy,
  }
}

describe('searches for a time', () => {
  const searches = openSearches(findProjectRoot())
  afterAll(() => searches.close())

  it('find in a thread of their own what is found here', async () => {
    expect(await searches.search('a', kept(world(1)))).toEqual(searchTimes(world(1)))
  })

  it('look at one start that was picked by hand, as here', async () => {
    const { ask, people, pairs, busy } = world(1)
    const [best] = searchTimes(world(1)).proposals
    const { startMs, placeId } = best!
    expect(await searches.byHand('a', { kept: kept(world(1)), startMs, placeId })).toEqual(
      proposalAt(startMs, placeId, ask, people, pairs, busy),
    )
  })

  it('leave the thread that serves everybody free meanwhile', async () => {
    let found = false
    const search = searches.search('a', kept(world(2))).then(() => (found = true))
    let turns = 0
    for (; !found; turns++) await turn()
    await search
    expect(turns).toBeGreaterThan(100)
  })

  it('let somebody wait for one search of each other person, however many those ask for', async () => {
    const done: string[] = []
    const asks = ['a1', 'a2', 'a3', 'b1'].map((name, at) =>
      searches.search(name.charAt(0), kept(world(at))).then(() => void done.push(name)),
    )
    await Promise.all(asks)
    expect(done.indexOf('b1')).toBeLessThan(done.indexOf('a3'))
    expect(done.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3'])
  })

  it('stop where there is too much to look at, and say so, with the best that was found', async () => {
    expect((await searches.search('a', kept(world(5)))).stopped).toBe(false)
    const found = await searches.search('a', kept(tooMuch(world(5))))
    expect(found.stopped).toBe(true)
    expect(found.proposals.length).toBeGreaterThan(0)
  })

  it('go on after one that cannot be searched', async () => {
    const broken = searches.search('a', kept({ ...world(3), ask: { ...world(3).ask, untilDate: '2000-01-01' } }))
    const next = searches.search('a', kept(world(4)))
    await expect(broken).rejects.toThrow(RangeError)
    expect((await next).proposals.length).toBeGreaterThan(0)
  })
})
