import type { PairApart } from '@kinplan/domain/family/kept-apart'
import type { MeetingShape } from '@kinplan/domain/meeting/placed-together'
import { isOnSite, isThere, type Seat } from './slow-placement'

const strictestFirst = [
  'twoMeetings',
  'viewsCarried',
  'byVideo',
  'twoRooms',
  'staggered',
  'together',
] as const satisfies readonly MeetingShape[]

/**
 * How a meeting keeps its pairs apart: the strictest of what each pair makes of it. `keptOut` are the ids of those who could have come but
 * for a pair.
 */
export function shapeOf(seats: readonly Seat[], pairs: readonly PairApart[], keptOut: ReadonlySet<string>): MeetingShape {
  const shapes = pairs.flatMap(({ oneId: a, otherId: b, level }): MeetingShape[] => {
    const one = seats.find(({ id }) => id === a)
    const other = seats.find(({ id }) => id === b)
    return one && other && one !== other ? [shapeOfPair(one, other, level, keptOut)] : []
  })
  return strictestFirst.find((shape) => shapes.includes(shape)) ?? 'together'
}

function shapeOfPair(one: Seat, other: Seat, level: PairApart['level'], keptOut: ReadonlySet<string>): MeetingShape {
  if (keptOut.has(one.id) || keptOut.has(other.id)) return 'twoMeetings'
  if (one.how === null || other.how === null) return 'together'
  if (isThere(one.how) !== isThere(other.how)) return 'viewsCarried'
  if (!isThere(one.how)) return 'together'
  if (isOnSite(one.how) !== isOnSite(other.how)) return 'byVideo'
  if (isOnSite(one.how)) return one.how === other.how ? 'staggered' : 'twoRooms'
  return level === 'online' ? 'staggered' : 'together'
}
