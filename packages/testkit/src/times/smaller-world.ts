import { differs, inOneText, type Answering } from './compare-times'
import { slowAnswers } from './slow-answers'
import type { World } from './world'

/** The world with as much taken away as leaves the engine different from the reference. */
function smallerWorld(world: World, answering: Answering): World {
  let smallest = world
  for (let changed = true; changed;) {
    changed = false
    for (const smaller of withOneThingLess(smallest)) {
      if (!differs(smaller, answering)) continue
      smallest = smaller
      changed = true
      break
    }
  }
  return smallest
}

const without = <Thing>(things: readonly Thing[], at: number): Thing[] => things.filter((_, i) => i !== at)

function* withOneThingLess(world: World): Generator<World> {
  const { ask, people, pairs, busy } = world
  for (let i = 0; i < people.length; i++) if (people.length > 1) yield { ...world, people: without(people, i) }
  for (let i = 0; i < pairs.length; i++) yield { ...world, pairs: without(pairs, i) }
  for (const id of busy.keys()) yield { ...world, busy: new Map([...busy].filter(([other]) => other !== id)) }
  for (let i = 0; i < people.length; i++) {
    const person = people[i]!
    const changed = (change: Partial<typeof person>) => ({
      ...world,
      people: people.map((one, at) => (at === i ? { ...one, ...change } : one)),
    })
    for (let at = 0; at < person.rules.length; at++) yield changed({ rules: without(person.rules, at) })
    if (person.sides.length > 0) yield changed({ sides: [] })
    if (person.part) yield changed({ part: undefined })
    if (person.comesWith) yield changed({ comesWith: undefined })
    if (person.travel && Object.keys(person.travel).length > 0) yield changed({ travel: undefined })
  }
  if (ask.daysOff) yield { ...world, ask: { ...ask, daysOff: undefined } }
  if (ask.schoolHours) yield { ...world, ask: { ...ask, schoolHours: undefined } }
  if (ask.weekdays) yield { ...world, ask: { ...ask, weekdays: undefined } }
  if (ask.roomNeeds) yield { ...world, ask: { ...ask, roomNeeds: undefined } }
  if (ask.most !== 1) yield { ...world, ask: { ...ask, most: 1 } }
  const places = ask.places ?? []
  for (let i = 0; i < places.length; i++) yield { ...world, ask: { ...ask, places: without(places, i) } }
  for (let i = 0; i < places.length; i++) {
    for (let room = 0; room < places[i]!.rooms.length; room++) {
      yield {
        ...world,
        ask: { ...ask, places: places.map((place, at) => (at === i ? { ...place, rooms: without(place.rooms, room) } : place)) },
      }
    }
  }
}

/** A world and what the two say of it, to read and to try again. Its people are numbers. */
export function describeDifference(world: World, answering: Answering): string {
  const smallest = smallerWorld(world, answering)
  const { ask, people, pairs, busy } = smallest
  return [
    `seed ${world.seed}, across ${world.change.zone} ${new Date(world.change.ms).toISOString()}`,
    `  ask ${JSON.stringify(ask)}`,
    ...people.map((person) => `  ${JSON.stringify(person)}`),
    `  pairs ${JSON.stringify(pairs)} busy ${JSON.stringify([...busy])}`,
    `  engine    ${inOneText(answering(smallest))}`,
    `  reference ${inOneText(slowAnswers(smallest))}`,
  ].join('\n')
}
