import type { ApartLevel } from '@kinplan/domain/family/kept-apart'
import { mayMeet, onSite, presenceIn, type Presence } from '@kinplan/domain/meeting/placed-together'
import { pairsTogether, wayNow } from '@kinplan/domain/meeting/way-now'
import { placesOfWorlds, roomsOfWorlds, type ApartWorld, type InMeeting, type MeetingInWorld } from './apart-worlds'

/**
 * By their numbers, the pairs whom each meeting of a world brings together, those of any, and whether all of it may be booked once they are
 * marked.
 */
export interface ApartAnswer {
  together: number[][]
  inConflict: number[]
  mayBeBooked: boolean
}

/**
 * What the rule of the domain says of a world: within a meeting as it stands there, and of two meetings by the same rule of two presences
 * at one place.
 */
export function apartInTypeScript(world: ApartWorld): ApartAnswer {
  const together = world.meetings.map((meeting) => {
    if (meeting.over) return []
    const others = world.meetings.filter((other) => other !== meeting && !other.over)
    const within = togetherWithin(world, meeting)
    return [...world.pairs.keys()].filter((pair) => within.has(pair) || others.some((other) => togetherAcross(world, pair, meeting, other)))
  })
  const inConflict = [...world.pairs.keys()].filter((pair) => together.some((pairs) => pairs.includes(pair)))
  return { together, inConflict, mayBeBooked: inConflict.length === 0 }
}

function togetherWithin({ pairs }: ApartWorld, { participants, minutes }: MeetingInWorld): Set<number> {
  const planned = participants.map(({ person, ...rest }) => ({ ...rest, personId: String(person) }))
  const named = pairs.map(({ one, other, level }, place) => ({ id: String(place), oneId: String(one), otherId: String(other), level }))
  return new Set(pairsTogether(planned, named, minutes).map(({ id }) => Number(id)))
}

/**
 * Whether one of the pair at one meeting and the other at another come too close: only at the place, since a screen joins nobody to another
 * meeting.
 */
function togetherAcross({ pairs }: ApartWorld, pair: number, here: MeetingInWorld, there: MeetingInWorld): boolean {
  const { one, other, level } = pairs[pair]!
  const close = (a: InMeeting | undefined, b: InMeeting | undefined) =>
    a !== undefined && b !== undefined && meetAcross(level, here, a, there, b)
  const at = (meeting: MeetingInWorld, who: number) => meeting.participants.find(({ person }) => person === who)
  return close(at(here, one), at(there, other)) || close(at(here, other), at(there, one))
}

function meetAcross(level: ApartLevel, here: MeetingInWorld, a: InMeeting, there: MeetingInWorld, b: InMeeting): boolean {
  const [one, other] = [presenceOnTheDay(level, here, a), presenceOnTheDay(level, there, b)]
  if (one === null || other === null || !onSite(one.how) || !onSite(other.how)) return false
  const shared = (first: string[], second: string[]) => first.some((where) => second.includes(where))
  const meets = level === 'room' ? shared(roomsFor(here, one), roomsFor(there, other)) : shared(placesOf(here), placesOf(there))
  // In one room or at one place, they are there as two in the room of one meeting would be.
  return meets && !mayMeet(level === 'room' ? 'room' : 'site', { ...one, how: 'inRoom' }, { ...other, how: 'inRoom' })
}

/** When they are there, in minutes of the day; whoever must not know of the other's part counts for the whole of the meeting. */
function presenceOnTheDay(level: ApartLevel, { start, minutes }: MeetingInWorld, one: InMeeting): Presence | null {
  const how = wayNow(one)
  if (how === null) return null
  const part = level !== 'knowing' && one.partEdge && one.partMinutes ? { edge: one.partEdge, minutes: one.partMinutes } : null
  const { fromMinute, untilMinute } = presenceIn({ how, part }, minutes)
  return { how, fromMinute: start + fromMinute, untilMinute: start + untilMinute }
}

/** Where a meeting is for certain; and, unless it was said to be another place, where it may be: words may mean any, and each other. */
function placesOf(meeting: MeetingInWorld): string[] {
  const { place, words, other, main, second } = meeting.where
  const certain = certainPlacesOf(meeting)
  const inWords = place === null && main === null && second === null && (words?.trim() ?? '') !== ''
  const may = inWords ? [...placesOfWorlds.keys()].map((at) => `place ${at}`).concat('in words') : certain
  return [...certain.map((where) => `certainly ${where}`), ...(other ? [] : may)]
}

/**
 * Where the rooms held are, or else the place chosen, or else the council's place of that name, or else what the words name; or else
 * nowhere that another meeting is.
 */
function certainPlacesOf({ where: { place, words, main, second } }: MeetingInWorld): string[] {
  const held = [main, second].flatMap((room) => (room === null ? [] : [`place ${roomsOfWorlds[room]}`]))
  if (held.length > 0) return held
  if (place !== null) return [`place ${place}`]
  const name = words?.trim().toLowerCase() ?? ''
  const known = placesOfWorlds.findIndex((one) => one.toLowerCase() === name)
  return known >= 0 ? [`place ${known}`] : name === '' ? [] : [`words ${name}`]
}

/** The room held for that way, or else a room of that use at the place. */
function roomsFor(meeting: MeetingInWorld, { how }: Presence): string[] {
  const held = how === 'secondRoom' ? meeting.where.second : meeting.where.main
  return held === null ? placesOf(meeting).map((place) => `${how} of ${place}`) : [`room ${held}`]
}
