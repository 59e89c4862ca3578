import { type Part, type Way } from './participation'
import type { ApartLevel, PairApart } from '../family/kept-apart'

/** How and when somebody takes part; the minutes count from the meeting's start. */
export type Presence = { readonly how: Way; readonly fromMinute: number; readonly untilMinute: number }

/** A person placed in a meeting, the way they take part, and the part they are there for; without one it is the whole. */
type Placed = { readonly id: string; readonly how: Way; readonly part?: Part | null }

/**
 * How a meeting keeps its pairs apart: nothing needed, there at times of their own, in two rooms, one of them by video or phone,
 * views carried so that they never meet, or one of them in a meeting of their own.
 */
export const meetingShapes = ['together', 'staggered', 'twoRooms', 'byVideo', 'viewsCarried', 'twoMeetings'] as const
export type MeetingShape = (typeof meetingShapes)[number]

type MayBePlaced =
  | { readonly ok: true }
  | { readonly ok: false; readonly oneId: string; readonly otherId: string; readonly level: ApartLevel }

/**
 * Two who are kept apart and come to one place at times of their own: one arrives up to 45 minutes before, the other leaves up to 15 after.
 */
export const apartGapMinutes = 60

/** Whether this way puts the person into the meeting while it happens: in one of its rooms, by video or by phone. */
export function isPresent(how: Way): boolean {
  return how !== 'spokenFor' && how !== 'letter'
}

/** Whether this way brings the person to the place. */
export function onSite(how: Way): boolean {
  return how === 'inRoom' || how === 'secondRoom'
}

/** When somebody is there in a meeting of so many minutes. While it has no time (null), for the whole: the strictest reading. */
export function presenceIn({ how, part }: Pick<Placed, 'how' | 'part'>, minutes: number | null): Presence {
  if (minutes === null || !part || part.minutes >= minutes) return { how, fromMinute: 0, untilMinute: minutes ?? Infinity }
  return part.edge === 'beginning'
    ? { how, fromMinute: 0, untilMinute: part.minutes }
    : { how, fromMinute: minutes - part.minutes, untilMinute: minutes }
}

/**
 * Whether two people kept apart at this level may take part like this. Below 'knowing', parts that do not overlap may follow each other, at
 * one place with `apartGapMinutes` between them. Otherwise at 'room': not both in the room, nor both in the second; 'site': not both at the
 * place; 'online': not both present, since somebody on a screen in the room is online together with those who sit in it. At 'knowing' never
 * both present, whatever the parts; views may be carried, and whoever shows those hides from each that the other takes part.
 */
export function mayMeet(level: ApartLevel, a: Presence, b: Presence): boolean {
  if (!isPresent(a.how) || !isPresent(b.how)) return true
  if (level === 'knowing') return false
  if (followEachOther(a, b)) return true
  if (level === 'room') return a.how !== b.how || !onSite(a.how)
  return level === 'site' && !(onSite(a.how) && onSite(b.how))
}

function followEachOther(a: Presence, b: Presence): boolean {
  const gap = onSite(a.how) && onSite(b.how) ? apartGapMinutes : 0
  return a.untilMinute + gap <= b.fromMinute || b.untilMinute + gap <= a.fromMinute
}

/**
 * Whether all these people may be placed in one meeting of `minutes` (null while it has no time) in these ways; if not, the first pair
 * that may not. The one check for every path: proposals, a time picked by hand, a reply to an invitation.
 * Somebody listed with two ways is checked with both; pairs with somebody not listed do not matter.
 */
export function mayBePlaced(placed: readonly Placed[], pairs: readonly PairApart[], minutes: number | null = null): MayBePlaced {
  for (const { oneId: a, otherId: b, level } of pairs) {
    for (const one of placed) {
      if (one.id !== a) continue
      for (const other of placed) {
        if (other.id === b && !mayMeet(level, presenceIn(one, minutes), presenceIn(other, minutes)))
          return { ok: false, oneId: a, otherId: b, level }
      }
    }
  }
  return { ok: true }
}

/**
 * The shape of a meeting of these people, who may be placed together as they are: what the strictest of their pairs needs.
 * `keptOut` are those who are free and yet left out because of a pair.
 */
export function meetingShape(placed: readonly Placed[], pairs: readonly PairApart[], keptOut: readonly string[] = []): MeetingShape {
  if (keptOut.length > 0) return 'twoMeetings'
  const strictest = pairs.reduce((shape, { oneId: a, otherId: b, level }) => {
    const one = placed.find(({ id }) => id === a)
    const other = placed.find(({ id }) => id === b)
    return one && other ? Math.max(shape, meetingShapes.indexOf(shapeOfTwo(level, one.how, other.how))) : shape
  }, 0)
  return meetingShapes[strictest]!
}

function shapeOfTwo(level: ApartLevel, a: Way, b: Way): MeetingShape {
  if (isPresent(a) !== isPresent(b)) return 'viewsCarried'
  if (!isPresent(a)) return 'together'
  if (onSite(a) !== onSite(b)) return 'byVideo'
  if (onSite(a)) return a === b ? 'staggered' : 'twoRooms'
  return level === 'online' ? 'staggered' : 'together'
}
