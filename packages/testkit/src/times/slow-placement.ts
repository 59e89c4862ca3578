import type { PairApart } from '@kinplan/domain/family/kept-apart'
import type { Way } from '@kinplan/domain/meeting/participation'
import type { TimePerson } from '@kinplan/domain/time-search/time-person'
import { slowWays } from './slow-availability'

/** One person's place in a meeting: their way, null for somebody who takes no part, and the minutes of the meeting they are there for. */
export interface Seat {
  id: string
  how: Way | null
  fromMinute: number
  untilMinute: number
}

/** `values[person][way]` from 0 (not open) to 6 (open, and liked best). */
export type Values = readonly (readonly number[])[]

/** Everybody's way, null for no part, and the figures of it. */
export interface Placement {
  seats: readonly (Way | null)[]
  figures: readonly number[]
}

const needsInOrder = ['must', 'askedByChild', 'hoped', 'welcome']
const figures: Record<Way, number> = { inRoom: 6, secondRoom: 5, video: 4, phone: 3, spokenFor: 2, letter: 1 }
const apartGapMinutes = 60

export const isThere = (how: Way | null): boolean => how !== null && how !== 'spokenFor' && how !== 'letter'
export const isOnSite = (how: Way | null): boolean => how === 'inRoom' || how === 'secondRoom'

/** Everybody by need, then id. */
export function byNeedThenId<Person extends Pick<TimePerson, 'id' | 'need'>>(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => needsInOrder.indexOf(a.need) - needsInOrder.indexOf(b.need) || (a.id < b.id ? -1 : 1))
}

/** The minutes of a meeting for which somebody is there. */
export function partOf({ part }: TimePerson, minutes: number): { fromMinute: number; untilMinute: number } {
  if (part === undefined || part.minutes >= minutes) return { fromMinute: 0, untilMinute: minutes }
  return part.edge === 'beginning'
    ? { fromMinute: 0, untilMinute: part.minutes }
    : { fromMinute: minutes - part.minutes, untilMinute: minutes }
}

/** From the one who leaves first to the other's coming; negative while both are there. */
function minutesBetween(a: Seat, b: Seat): number {
  return Math.max(a.fromMinute - b.untilMinute, b.fromMinute - a.untilMinute)
}

/** Whether two people kept apart at a level may have these seats. */
function maySit(level: PairApart['level'], a: Seat, b: Seat): boolean {
  if (!isThere(a.how) || !isThere(b.how)) return true
  if (level === 'knowing') return false
  const bothOnSite = isOnSite(a.how) && isOnSite(b.how)
  if (minutesBetween(a, b) >= (bothOnSite ? apartGapMinutes : 0)) return true
  if (level === 'room') return !(bothOnSite && a.how === b.how)
  if (level === 'site') return !bothOnSite
  return false
}

/** The figures of a placement, from `must` to `preference`; `values` say who needs time off and what they like. */
export function figuresOf(people: readonly TimePerson[], seats: readonly (Way | null)[], values: Values): number[] {
  const present = people.filter((_, i) => isThere(seats[i]!))
  const count = (need: string) => present.filter((person) => person.need === need).length
  const nearness = (counts: (need: string) => boolean) =>
    people.reduce((sum, { need }, i) => sum + (seats[i] && counts(need) ? figures[seats[i]] : 0), 0)
  const taken = people.flatMap((_, i) => (seats[i] ? [values[i]![slowWays.indexOf(seats[i])]!] : []))
  return [
    count('must'),
    count('askedByChild'),
    childrenWithAllSides(people, present),
    count('hoped'),
    nearness((need) => need !== 'welcome'),
    nearness((need) => need === 'welcome'),
    0 - taken.filter((value) => value <= 3).length,
    taken.reduce((sum, value) => sum + ((value - 1) % 3), 0),
  ]
}

function childrenWithAllSides(people: readonly TimePerson[], present: readonly TimePerson[]): number {
  const sidesOf = (some: readonly TimePerson[], childId: string) =>
    new Set(some.flatMap(({ sides }) => sides.filter((one) => one.childId === childId).map(({ side }) => side)))
  const children = new Set(people.flatMap(({ sides }) => sides.map(({ childId }) => childId)))
  return [...children].filter((childId) => sidesOf(present, childId).size === sidesOf(people, childId).size).length
}

/** Less than 0 when the first figures are the better ones; the weightiest comes first. */
export function compareFigures(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return b[i]! - a[i]!
  return 0
}

/**
 * Who takes part and how, with the people in order. Somebody in no pair takes their nearest open way; of those in pairs every choice of
 * ways is tried. Of choices with the same figures the first in order counts, ways from near to far and no part last.
 */
export function placeEverybody(people: readonly TimePerson[], pairs: readonly PairApart[], minutes: number, values: Values): Placement {
  const open = people.map((_, i) => slowWays.filter((_way, way) => values[i]![way]! > 0))
  const inPair = people.map(({ id }) =>
    pairs.some(({ oneId: a, otherId: b }) => (a === id || b === id) && people.some((other) => other.id === (a === id ? b : a))),
  )
  const choices = people.map((_, i): (Way | null)[] => (inPair[i] ? [...open[i]!, null] : [open[i]![0] ?? null]))
  const parts = people.map((person) => ({ id: person.id, ...partOf(person, minutes) }))
  const between = pairs
    .map(({ oneId: a, otherId: b, level }) => ({
      level,
      one: people.findIndex(({ id }) => id === a),
      other: people.findIndex(({ id }) => id === b),
    }))
    .filter(({ one, other }) => one >= 0 && other >= 0 && one !== other)

  let best: Placement | null = null
  const seats: (Way | null)[] = []
  const seatNext = (): void => {
    const i = seats.length
    if (i < people.length) {
      for (const how of choices[i]!) {
        seats.push(how)
        seatNext()
        seats.pop()
      }
      return
    }
    const apart = between.every(({ level, one, other }) =>
      maySit(level, { ...parts[one]!, how: seats[one]! }, { ...parts[other]!, how: seats[other]! }),
    )
    if (!apart) return
    const found = figuresOf(people, seats, values)
    if (best === null || compareFigures(found, best.figures) < 0) best = { seats: [...seats], figures: found }
  }
  seatNext()
  return best!
}
