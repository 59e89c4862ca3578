import type { PairApart } from '../family/kept-apart'
import { Refusal } from '../refusal'

/** Two people who are kept apart do not meet on the way in. */
const apartMinutes = 20
/** Minutes before their part: nobody is asked to wait longer unless a pair needs it. */
const usualMinutes = [10, 15, 20, 25, 30]
/** What a pair may need. Nobody arrives earlier: the gap between two who follow each other (`apartGapMinutes`) counts on 45 minutes. */
const unusualMinutes = [35, 40, 45, 5]
/** Where those do not go round. */
const tightMinutes = [5, 25, 45]

/** All minutes before their part at which anybody is asked to arrive. */
export const arrivalsBefore: readonly number[] = [...usualMinutes, ...unusualMinutes]

/**
 * Somebody who is to arrive, the minute of the meeting at which their part starts, and whether, as things stand, they come to the place.
 */
interface Arriver {
  id: string
  fromMinute: number
  comes: boolean
}

/**
 * When each person arrives, in minutes from the start of the meeting (below 0 before it), counted back from the start of their own part.
 * Everybody has a time of their own, spread over half an hour, so that having one says nothing; two who are kept apart, at any level,
 * arrive at least 20 minutes from each other, and whoever is apart from nobody has the time they would have without any pair. Where that
 * cannot be for all of them, it holds for those who come to the place, and whoever joins them later gets another time then. `given` holds
 * those who have a time already and keep it. The order of `people` decides, so the same input gives the same times. Refuses
 * keptApart when somebody would have to arrive more than 45 minutes before their part.
 */
export function arrivalMinutes(
  people: readonly Arriver[],
  pairs: readonly PairApart[],
  given: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const usual = spread(people, [], given, usualMinutes) ?? given
  const settled = new Map([...usual].filter(([id]) => given.has(id) || apartFrom(id, pairs).length === 0))
  const joined = sideBySide(people, pairs)
  const here = new Set(people.flatMap(({ id, comes }) => (comes ? [id] : [])))
  const minutes =
    spread(people, pairs, settled, arrivalsBefore) ??
    spread(joined, pairs, settled, tightMinutes) ??
    spread(
      joined,
      pairs.filter(({ oneId, otherId }) => here.has(oneId) && here.has(otherId)),
      settled,
      tightMinutes,
    )
  if (minutes === null) throw new Refusal('keptApart')
  return minutes
}

/** A usual time that few have, or else the first free one of those that a pair may need. Null when somebody finds none. */
function spread(
  people: readonly Arriver[],
  pairs: readonly PairApart[],
  given: ReadonlyMap<string, number>,
  forPairs: readonly number[],
): Map<string, number> | null {
  const minutes = new Map(given)
  for (const { id, fromMinute } of people) {
    if (minutes.has(id)) continue
    const apart = apartFrom(id, pairs)
    const others = apart.flatMap((other) => minutes.get(other) ?? [])
    const free = (before: number) => others.every((other) => Math.abs(other - (fromMinute - before)) >= apartMinutes)
    const used = (before: number) => [...minutes.values()].filter((taken) => taken === fromMinute - before).length
    const usual = apart.length === 0 ? usualMinutes : forPairs.filter((before) => usualMinutes.includes(before))
    const before = usual.filter(free).toSorted((a, b) => used(a) - used(b) || a - b)[0] ?? forPairs.find(free)
    if (before === undefined) return null
    minutes.set(id, fromMinute - before)
  }
  return minutes
}

/**
 * Each person after somebody they are kept apart from, as far as there is one: so two sides of a family, each apart from the other, need
 * two times and no third.
 */
function sideBySide(people: readonly Arriver[], pairs: readonly PairApart[]): Arriver[] {
  const waiting = new Map(people.map((person) => [person.id, person]))
  const ordered: Arriver[] = []
  const take = (id: string) => {
    const person = waiting.get(id)
    if (person === undefined) return
    waiting.delete(id)
    ordered.push(person)
    apartFrom(id, pairs).forEach(take)
  }
  people.forEach(({ id }) => take(id))
  return ordered
}

function apartFrom(id: string, pairs: readonly PairApart[]): string[] {
  return pairs.flatMap((pair) => (pair.oneId === id ? [pair.otherId] : pair.otherId === id ? [pair.oneId] : []))
}

/** Whether every two who are kept apart, and have a time, arrive 20 minutes from each other; `minutes` as `arrivalMinutes` gives them. */
export function arriveApart(minutes: ReadonlyMap<string, number>, pairs: readonly PairApart[]): boolean {
  return pairs.every(({ oneId, otherId }) => {
    const [one, other] = [minutes.get(oneId), minutes.get(otherId)]
    return one === undefined || other === undefined || Math.abs(one - other) >= apartMinutes
  })
}
