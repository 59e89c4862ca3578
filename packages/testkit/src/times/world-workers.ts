import type { PairApart } from '@kinplan/domain/family/kept-apart'
import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import type { Way } from '@kinplan/domain/meeting/participation'
import type { Chance } from './chance'
import { minutesOf } from './slow-wall-clock'
import type { World } from './world'

const ways: Way[][] = [['inRoom'], ['inRoom', 'video'], ['video'], ['phone']]
const allWeek = [1, 2, 3, 4, 5, 6, 7]

/**
 * The world with one of its people, but not the first, who lives by the clock that changes, made a worker who must be there: with little
 * time, so that they come for a part, or with all of it. Mostly a pair keeps some of the family out of the meeting, who could have one of
 * their own with the worker.
 */
export function withWorkerWhoMust(chance: Chance, world: World): World {
  const { id } = chance.one(world.people.slice(1))
  const staffed = withWorker(
    chance,
    world,
    id,
    chance.percent(50) ? shortHours(chance, world) : hours(chance, world, '00:00', '24:00', allWeek),
  )
  return chance.percent(60) ? withOneApart(chance, staffed) : staffed
}

function withWorker(chance: Chance, world: World, id: string, rule: AvailabilityRule): World {
  const people = world.people.map((person) =>
    person.id === id
      ? {
          ...person,
          need: 'must' as const,
          worker: true,
          rules: [rule, ...(chance.percent(30) ? person.rules : [])],
          ...(chance.percent(70) ? { part: undefined } : {}),
        }
      : person,
  )
  return { ...world, people }
}

/** One of the family never meets one or two others, who may be kept apart too, and all have whole days, so that some are kept out. */
function withOneApart(chance: Chance, world: World): World {
  const family = world.people.filter(({ worker }) => !worker).map(({ id }) => id)
  if (family.length < 2) return world
  const [one, ...others] = chance.some(family, chance.whole(2, 3)) as [string, ...string[]]
  return {
    ...world,
    people: world.people.map((person) =>
      person.id === one || others.includes(person.id)
        ? { ...person, rules: [...person.rules, hours(chance, world, '00:00', '24:00', chance.some(allWeek, chance.whole(3, 7)))] }
        : person,
    ),
    pairs: [
      ...others.map((other): PairApart => ({ oneId: one, otherId: other, level: chance.one(['online', 'knowing']) })),
      ...(others.length > 1 && chance.percent(40) ? [{ oneId: others[0]!, otherId: others[1]!, level: 'room' as const }] : []),
    ],
  }
}

/** Somewhere in the hours asked for, half an hour or up to half an hour longer than the meeting. */
function shortHours(chance: Chance, world: World): AvailabilityRule {
  const [earliest, latest] = [minutesOf(world.ask.earliest), minutesOf(world.ask.latest)]
  const start = Math.min(Math.max(0, latest - 30), earliest + chance.whole(0, (latest - earliest) / 15) * 15)
  return hours(
    chance,
    world,
    timeText(start),
    timeText(Math.min(latest, start + 30 + chance.whole(0, world.ask.minutes / 15) * 15)),
    chance.some(allWeek, chance.whole(3, 7)),
  )
}

function hours(chance: Chance, { ask: { zone } }: World, start: string, end: string, weekdays: number[]): AvailabilityRule {
  return { kind: 'ordinaryWeek', weekdays, start, end, zone, how: chance.one(ways), preference: 'possible' }
}

function timeText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
