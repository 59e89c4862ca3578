import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import type { TimePerson } from '@kinplan/domain/time-search/time-person'
import type { Chance } from './chance'
import { daysFrom, daysLater } from './slow-wall-clock'
import type { World } from './world'

/** A reason for which nothing is possible, made true of a world; each leaves as much as it can of the rest. */
type Reason = (chance: Chance, world: World) => World

const withPeople = (world: World, change: (person: TimePerson) => TimePerson): World => ({ ...world, people: world.people.map(change) })

const reasons: Reason[] = [
  /** Nobody has answered. */
  (_chance, world) => withPeople(world, (person) => ({ ...person, answered: false })),
  /** All are away, and by the clock of their own zone. */
  (_chance, world) =>
    withPeople(world, (person) => ({
      ...person,
      rules: [
        ...person.rules,
        { kind: 'cannot', from: daysLater(world.ask.fromDate, -2), until: daysLater(world.ask.untilDate, 2), zone: zoneOf(person) },
      ],
    })),
  /** All times are taken. */
  (_chance, world) => ({
    ...world,
    busy: new Map(
      world.people.map(({ id }) => [
        id,
        [
          {
            startMs: Date.parse(`${daysLater(world.ask.fromDate, -3)}T00:00Z`),
            endMs: Date.parse(`${daysLater(world.ask.untilDate, 3)}T00:00Z`),
          },
        ],
      ]),
    ),
  }),
  /** Every date is a day off. */
  (_chance, world) => ({
    ...world,
    ask: {
      ...world.ask,
      daysOff: Array.from({ length: daysFrom(world.ask.fromDate, world.ask.untilDate) + 1 }, (_, day) =>
        daysLater(world.ask.fromDate, day),
      ),
    },
  }),
  /** The notice ends after the last date. */
  (chance, world) => ({
    ...world,
    ask: { ...world.ask, noticeUntil: Date.parse(`${daysLater(world.ask.untilDate, 2)}T00:00Z`) + chance.whole(0, 100_000) },
  }),
  /** Workers among themselves. */
  (_chance, world) => withPeople(world, (person) => ({ ...person, worker: true })),
  /** The rooms are not what is needed. */
  (chance, world) => ({
    ...world,
    ask: {
      ...world.ask,
      places: (world.ask.places ?? [{ id: 'hall', rooms: [{ id: 'hall1', capacity: 3, stepFree: true, twoWaysOut: true, busy: [] }] }]).map(
        (place) => ({ ...place, rooms: place.rooms.map((room) => ({ ...room, stepFree: false, twoWaysOut: chance.percent(50) })) }),
      ),
      roomNeeds: { stepFree: true, twoWaysOut: false, secondRoom: false },
    },
  }),
  /** They offer only what an employer could no longer give. */
  (_chance, world) => withPeople(world, (person) => ({ ...person, rules: person.rules.map(onlyWithLongNotice) })),
  /** All come with somebody who never said a word. */
  (_chance, world) => withPeople(world, (person) => ({ ...person, comesWith: 'nobody' })),
  /** They offer letters, and to be spoken for, and nothing more. */
  (_chance, world) =>
    withPeople(world, (person) => ({
      ...person,
      rules: person.rules.map((rule): AvailabilityRule => (rule.kind === 'cannot' ? rule : { ...rule, how: ['spokenFor', 'letter'] })),
    })),
]

function onlyWithLongNotice(rule: AvailabilityRule): AvailabilityRule {
  if (rule.kind === 'cannot') return rule
  const { start, end, zone, how, preference } = rule
  return { kind: 'ordinaryWeek', start, end, zone, how, preference, weekdays: [1, 2, 3, 4, 5, 6, 7], timeOff: { noticeDays: 60 } }
}

function zoneOf({ rules }: TimePerson): string {
  return rules[0]?.zone ?? 'Europe/London'
}

/** The world with one reason added for which there is no time. */
export function madeImpossible(chance: Chance, world: World): World {
  return chance.one(reasons)(chance, world)
}
