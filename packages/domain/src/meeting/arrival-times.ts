import type { Pair } from '../family/kept-apart'

/** Two people who are kept apart do not meet on the way in. */
const apartMinutes = 20
const stepMinutes = 5
/** Nobody is asked to wait longer than this before a meeting unless a pair needs it. */
const usualMinutes = [10, 15, 20, 25, 30]

/**
 * How many minutes before the start each person arrives. Everybody has a time of their own, spread over half an hour, so that having
 * one says nothing; two who are kept apart, at any level, are at least 20 minutes from each other. `given` holds those who
 * have a time already and keep it. The order of `ids` decides, so the same input gives the same times.
 */
export function minutesBefore(ids: string[], pairs: Pair[], given: ReadonlyMap<string, number> = new Map()): Map<string, number> {
  const minutes = new Map(given)
  const apartFrom = (id: string) => pairs.flatMap((pair) => (pair.oneId === id ? [pair.otherId] : pair.otherId === id ? [pair.oneId] : []))
  for (const id of ids) {
    if (minutes.has(id)) continue
    const others = apartFrom(id).flatMap((other) => minutes.get(other) ?? [])
    const free = (candidate: number) => others.every((other) => Math.abs(other - candidate) >= apartMinutes)
    const used = (candidate: number) => [...minutes.values()].filter((taken) => taken === candidate).length
    const [best] = usualMinutes.filter(free).toSorted((a, b) => used(a) - used(b) || a - b)
    minutes.set(id, best ?? earlier(free))
  }
  return minutes
}

/** Whether every two who are kept apart, and have a time, arrive 20 minutes from each other; `minutes` as `minutesBefore` gives them. */
export function arriveApart(minutes: ReadonlyMap<string, number>, pairs: Pair[]): boolean {
  return pairs.every(({ oneId, otherId }) => {
    const [one, other] = [minutes.get(oneId), minutes.get(otherId)]
    return one === undefined || other === undefined || Math.abs(one - other) >= apartMinutes
  })
}

function earlier(free: (candidate: number) => boolean): number {
  let candidate = Math.max(...usualMinutes)
  while (!free(candidate)) candidate += stepMinutes
  return candidate
}
