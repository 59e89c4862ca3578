import type { TimeAsk } from '@kinplan/domain/time-search/time-ask'
import type { ApartLevel, PairApart } from '@kinplan/domain/family/kept-apart'
import type { Need } from '@kinplan/domain/meeting/participation'
import type { TimePerson } from '@kinplan/domain/time-search/time-person'
import { Chance } from './chance'
import { changingZones, type ClockChange } from './clock-changes'
import { madeImpossible } from './impossible-worlds'
import { daysLater } from './slow-wall-clock'
import { World } from './world'
import { askFor } from './world-asks'
import { hoursAtChange, ordinaryHours } from './world-hours'
import { busyBlocks, rulesOf, type Dates } from './world-rules'
import { withWorkerWhoMust } from './world-workers'

/** Of a hundred small worlds, how many are made such that no time is possible. */
const impossibleShare = 22
/** And how many turn on the very hour in which the clock changes. */
const atChangeShare = 25
/** And how many have a worker who must be there for certain. */
const workerShare = 40
/** The reference tries every way of all who are in pairs. */
const mostInPairs = 5
const needs: Need[] = ['must', 'must', 'askedByChild', 'hoped', 'hoped', 'welcome']
const levels: ApartLevel[] = ['room', 'room', 'room', 'site', 'site', 'online', 'knowing']

/** A world of two to seven people and three to nine days, with everything that people can say. */
export function smallWorld(seed: number, change: ClockChange): World {
  const chance = new Chance(seed)
  const days = chance.whole(3, 9)
  const from = daysLater(change.date, -chance.whole(1, days - 2))
  const hours = chance.percent(atChangeShare) ? hoursAtChange(chance, change) : ordinaryHours
  const dates = { from, until: daysLater(from, days - 1), hours }
  const ask = askFor(chance, chance.percent(75) ? change.zone : chance.one(changingZones), dates)
  const people = peopleOf(chance, chance.whole(2, 7), change, ask, dates)
  const pairs = chance.percent(65)
    ? pairsAmong(
        chance,
        people.map(({ id }) => id),
      )
    : []
  const world = {
    seed,
    change,
    ask,
    people: chance.percent(35) ? inPartsApart(chance, people, pairs[0], ask.minutes) : people,
    pairs,
    busy: new Map(people.filter(() => chance.percent(35)).map(({ id }) => [id, busyBlocks(chance, dates, 4)])),
  }
  const made = chance.percent(impossibleShare) ? madeImpossible(chance, world) : world
  return chance.percent(workerShare) ? withWorkerWhoMust(chance, made) : made
}

function peopleOf(chance: Chance, count: number, change: ClockChange, ask: TimeAsk, dates: Dates): TimePerson[] {
  const ids = Array.from({ length: count }, (_, i) => `p${(i * 5 + 3) % 11}`)
  return ids.map((id, i) => {
    const zone = i === 0 || chance.percent(30) ? change.zone : chance.percent(70) ? ask.zone : chance.one(changingZones)
    return personOf(chance, id, ids, ask, rulesOf(chance, zone, dates))
  })
}

function personOf(chance: Chance, id: string, ids: readonly string[], ask: TimeAsk, rules: TimePerson['rules']): TimePerson {
  return {
    id,
    need: chance.one(needs),
    sides: ['ella', 'sam'].flatMap((childId) =>
      chance.percent(40) ? [{ childId, side: chance.one(['mother', 'father', 'neither']) }] : [],
    ),
    rules,
    answered: chance.percent(90),
    ...(chance.percent(25) ? { worker: true } : {}),
    ...(chance.percent(30) ? { part: { edge: chance.one(['beginning', 'end'] as const), minutes: chance.whole(1, 8) * 15 } } : {}),
    ...(chance.percent(12) ? { comesWith: chance.percent(8) ? 'nobody' : chance.one(ids) } : {}),
    ...(chance.percent(60)
      ? { travel: Object.fromEntries((ask.places ?? []).map((place) => [place.id, chance.one([0, 10, 15, 20, 45, 50, 75])])) }
      : {}),
  }
}

/**
 * Up to seven pairs among two to five of these people, at any levels, some twice and the other way round, now and then with somebody who is
 * not there.
 */
function pairsAmong(chance: Chance, ids: readonly string[]): PairApart[] {
  const some = chance.some(ids, chance.whole(2, Math.min(mostInPairs, ids.length)))
  const pairs = Array.from({ length: chance.one([1, 1, 2, 3, 4, 7]) }, () => {
    const [a, b] = chance.percent(50) ? chance.some(some, 2) : chance.some(some, 2).reverse()
    return { oneId: a!, otherId: b!, level: chance.one(levels) }
  })
  return chance.percent(5) ? [...pairs, { oneId: some[0]!, otherId: 'elsewhere', level: 'knowing' }] : pairs
}

/**
 * The two of a pair in the first and the last part of the meeting, as coordinators do it where there is time for both: about an hour apart,
 * now and then too little.
 */
function inPartsApart(chance: Chance, people: TimePerson[], pair: PairApart | undefined, minutes: number): TimePerson[] {
  const first = Math.floor((minutes - 60) / 30) * 15
  const last = first + chance.one([-15, 0, 15])
  if (pair === undefined || first < 15 || last < 15) return people
  return people.map((person) => {
    if (person.id === pair.oneId) return { ...person, part: { edge: 'beginning', minutes: first } }
    return person.id === pair.otherId ? { ...person, part: { edge: 'end', minutes: last } } : person
  })
}
