import type { Pair } from '../family/kept-apart'
import { Refusal } from '../refusal'

/** Two people who are kept apart do not meet on the way in. */
const apartMinutes = 20
/** Minutes before their part: nobody is asked to wait longer unless a pair needs it. */
const usualMinutes = [10, 15, 20, 25, 30]
/** What a pair may need. Nobody arrives earlier: the gap between two who follow each other (`apartGapMinutes`) counts on 45 minutes. */
const unusualMinutes = [35, 40, 45, 5]
/** Where those do not go round: with these, three who are all kept apart find room. */
const tightMinutes = [5, 25, 45]

/** Somebody who is to arrive, and the minute of the meeting at which their part starts. */
export interface Arriver {
  id: string
  fromMinute: number
}

/**
 * When each person arrives, in minutes from the start of the meeting (below 0 before it), counted back from the start of their own part. Everybody has a
 * time of their own, spread over half an hour, so that having one says nothing; two who are kept apart, at any level, arrive at least 20 minutes from each
 * other. `given` holds those who have a time already and keep it. The order of `people` decides, so the same input gives the same times. Refuses keptApart
 * when somebody would have to arrive more than 45 minutes before their part.
 */
export function arrivalMinutes(people: Arriver[], pairs: Pair[], given: ReadonlyMap<string, number> = new Map()): Map<string, number> {
  const minutes = spread(people, pairs, given, usualMinutes, unusualMinutes) ?? spread(people, pairs, given, tightMinutes, [])
  if (minutes === null) throw new Refusal('keptApart')
  return minutes
}

function spread(people: Arriver[], pairs: Pair[], given: ReadonlyMap<string, number>, usual: number[], unusual: number[]): Map<string, number> | null {
  const minutes = new Map(given)
  const apartFrom = (id: string) => pairs.flatMap((pair) => (pair.oneId === id ? [pair.otherId] : pair.otherId === id ? [pair.oneId] : []))
  for (const { id, fromMinute } of people) {
    if (minutes.has(id)) continue
    const others = apartFrom(id).flatMap((other) => minutes.get(other) ?? [])
    const free = (before: number) => others.every((other) => Math.abs(other - (fromMinute - before)) >= apartMinutes)
    const used = (before: number) => [...minutes.values()].filter((taken) => taken === fromMinute - before).length
    const before = usual.filter(free).toSorted((a, b) => used(a) - used(b) || a - b)[0] ?? unusual.find(free)
    if (before === undefined) return null
    minutes.set(id, fromMinute - before)
  }
  return minutes
}

/** Whether every two who are kept apart, and have a time, arrive 20 minutes from each other; `minutes` as `arrivalMinutes` gives them. */
export function arriveApart(minutes: ReadonlyMap<string, number>, pairs: Pair[]): boolean {
  return pairs.every(({ oneId, otherId }) => {
    const [one, other] = [minutes.get(oneId), minutes.get(otherId)]
    return one === undefined || other === undefined || Math.abs(one - other) >= apartMinutes
  })
}
