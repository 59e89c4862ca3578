import { isDeepStrictEqual } from 'node:util'
import type { CleanDatabase } from '../clean-database'
import { apartInSql } from './apart-in-sql'
import { apartInTypeScript } from './apart-in-typescript'
import { apartPlants, type Plant } from './apart-plants'
import { apartWorld, type ApartWorld, type InMeeting } from './apart-worlds'

interface ApartCounts {
  worlds: number
  different: number
  planted: number
  caught: number
}

/** Differences shown in full; more would hide the figures. */
const mostShown = 3
/** Worlds in which each plant has to be seen, and how many are asked for at once. */
const worldsForPlant = 600
const worldsAtOnce = 40

const apartWorlds = (count: number, seed: number): ApartWorld[] => Array.from({ length: count }, (_, at) => apartWorld(seed + at))

/** Those of the worlds of which the rule in TypeScript and the database do not say the same. */
async function differing(clean: CleanDatabase, worlds: readonly ApartWorld[], change?: Plant['change']): Promise<ApartWorld[]> {
  const answers = await apartInSql(clean, worlds, change)
  return worlds.filter((world, at) => !isDeepStrictEqual(apartInTypeScript(world), answers[at]))
}

/** Asks both for so many worlds, and sees every plant among the first of them; `tell` hears of what differs, and of what was not caught. */
export async function compareApart(
  clean: CleanDatabase,
  count: number,
  seed: number,
  tell: (line: string) => void,
  plants: readonly Plant[] = apartPlants,
): Promise<ApartCounts> {
  const different = await differing(clean, apartWorlds(count, seed))
  for (const world of different.slice(0, mostShown)) tell(await describeDifference(clean, world))
  let caught = 0
  for (const plant of plants) {
    if (await isCaught(clean, plant, seed)) caught++
    else tell(`Not caught: ${plant.name}`)
  }
  return { worlds: count, different: different.length, planted: plants.length, caught }
}

/** Asks for a few worlds at a time, until one of them differs. */
async function isCaught(clean: CleanDatabase, { change }: Plant, seed: number): Promise<boolean> {
  for (let from = 0; from < worldsForPlant; from += worldsAtOnce) {
    const seen = await differing(clean, apartWorlds(worldsAtOnce, seed + from), change)
    if (seen.length > 0) return true
  }
  return false
}

/** The world with as much taken away as leaves the two of different minds. */
async function smallerApartWorld(clean: CleanDatabase, world: ApartWorld): Promise<ApartWorld> {
  let smallest = world
  for (;;) {
    const [smaller] = await differing(clean, [...withOneThingLess(smallest)])
    if (smaller === undefined) return smallest
    smallest = smaller
  }
}

async function describeDifference(clean: CleanDatabase, world: ApartWorld): Promise<string> {
  const smallest = await smallerApartWorld(clean, world)
  const [sql] = await apartInSql(clean, [smallest])
  return [
    `seed ${smallest.seed}: pairs ${JSON.stringify(smallest.pairs)}`,
    ...smallest.meetings.map((meeting) => `  ${JSON.stringify(meeting)}`),
    `  TypeScript ${JSON.stringify(apartInTypeScript(smallest))}`,
    `  SQL        ${JSON.stringify(sql)}`,
  ].join('\n')
}

function* withOneThingLess(world: ApartWorld): Generator<ApartWorld> {
  const { pairs, meetings } = world
  for (let at = 0; at < pairs.length; at++) if (pairs.length > 1) yield { ...world, pairs: pairs.toSpliced(at, 1) }
  for (let at = 0; at < meetings.length; at++) {
    if (meetings.length > 1) yield { ...world, meetings: meetings.toSpliced(at, 1) }
    const meeting = meetings[at]!
    const changed = (change: Partial<typeof meeting>) => ({ ...world, meetings: meetings.with(at, { ...meeting, ...change }) })
    for (const part of ['main', 'second', 'place', 'words'] as const)
      if (meeting.where[part] !== null) yield changed({ where: { ...meeting.where, [part]: null } })
    for (let who = 0; who < meeting.participants.length; who++) {
      yield changed({ participants: meeting.participants.toSpliced(who, 1) })
      const one = meeting.participants[who]!
      const stands = (change: Partial<InMeeting>) => changed({ participants: meeting.participants.with(who, { ...one, ...change }) })
      if (one.partEdge !== null) yield stands({ partEdge: null, partMinutes: null })
      if (one.how !== null && one.plannedHow !== null) yield stands({ plannedHow: null })
      if (one.state !== 'coming') yield stands({ state: 'coming' })
    }
  }
}
