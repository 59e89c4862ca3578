import { apartLevels, type ApartLevel } from '@kinplan/domain/family/kept-apart'
import {
  partEdges,
  participationStates,
  ways,
  type PartEdge,
  type ParticipationState,
  type Way,
} from '@kinplan/domain/meeting/participation'
import { Chance } from '../times/chance'

/** People of a world, and the pairs among them at whatever levels. */
export const peopleOfWorld = [0, 1, 2] as const

interface PairInWorld {
  one: number
  other: number
  level: ApartLevel
}

/** How somebody stands in a meeting. */
export interface InMeeting {
  person: number
  state: ParticipationState
  how: Way | null
  plannedHow: Way | null
  partEdge: PartEdge | null
  partMinutes: number | null
}

/** Where a meeting is said to be: the number of a place, words, and the rooms held for it; any of them may be missing. */
interface WhereInWorld {
  place: number | null
  words: string | null
  /** Whoever booked it said that it is certainly another place. */
  other: boolean
  main: number | null
  second: number | null
}

export interface MeetingInWorld {
  /** Minutes from the morning of the world's own day. */
  start: number
  minutes: number
  over: boolean
  where: WhereInWorld
  participants: InMeeting[]
}

/** One family with a day of its own: who is kept apart, and one meeting or two. */
export interface ApartWorld {
  seed: number
  pairs: PairInWorld[]
  meetings: MeetingInWorld[]
}

/** The council's places by their names, and of each room its place. */
export const placesOfWorlds = ['Willow Hub', 'The old mill'] as const
export const roomsOfWorlds = [0, 0, 1, 1] as const

const words = [null, 'Village hall', ' village HALL ', ' willow hub', ' ']
const lengths = [60, 90, 120, 150, 180, 240]
const mostlyComing: ParticipationState[] = ['coming', 'coming', 'coming', 'asked', 'noAnswerYet', 'notAsked']
/** Ways that bring somebody to the place come more often: there the rule has most to say. */
const mostlyThere: Way[] = ['inRoom', 'inRoom', 'inRoom', 'secondRoom', 'secondRoom', ...ways]

/** A made-up world: the same seed gives the same one. */
export function apartWorld(seed: number): ApartWorld {
  const chance = new Chance(seed)
  const people = peopleOfWorld.slice(0, chance.percent(70) ? 2 : 3)
  const two = chance.percent(40)
  const first = meeting(chance, people, 0)
  const second = two
    ? [
        meeting(
          chance,
          people,
          chance.one([0, 15, 30, first.minutes - 15, first.minutes, first.minutes + 45, first.minutes + 60, first.minutes + 75]),
        ),
      ]
    : []
  return { seed, pairs: pairsOf(chance, people), meetings: second.some((one) => sharesARoom(first, one)) ? [first] : [first, ...second] }
}

function pairsOf(chance: Chance, people: readonly number[]): PairInWorld[] {
  const twos = people.flatMap((one) => people.filter((other) => other > one).map((other) => ({ one, other })))
  const kept = chance.some(twos, chance.whole(1, twos.length))
  return kept.flatMap((two) => chance.some(apartLevels, chance.percent(85) ? 1 : 2).map((level) => ({ ...two, level })))
}

function meeting(chance: Chance, people: readonly number[], start: number): MeetingInWorld {
  const minutes = chance.one(lengths)
  return {
    start,
    minutes,
    over: chance.percent(5),
    where: where(chance),
    participants: followingEachOther(
      chance,
      minutes,
      people.flatMap((person) => (chance.percent(92) ? [inMeeting(chance, person, minutes)] : [])),
    ),
  }
}

/** Often the first two are there one after the other, with about the time between them that the rule asks for. */
function followingEachOther(chance: Chance, minutes: number, participants: InMeeting[]): InMeeting[] {
  const [one, other, ...rest] = participants
  const between = chance.one([0, 45, 59, 60, 60, 61])
  if (one === undefined || other === undefined || minutes < between + 30 || chance.percent(60)) return participants
  const first = chance.one([15, minutes - between - 15])
  const edges = chance.percent(50) ? partEdges : partEdges.toReversed()
  const parts = chance.percent(50) ? [first, minutes - between - first] : [minutes - between - first, first]
  return [{ ...one, partEdge: edges[0]!, partMinutes: parts[0]! }, { ...other, partEdge: edges[1]!, partMinutes: parts[1]! }, ...rest]
}

function where(chance: Chance): WhereInWorld {
  const rooms = chance.percent(50) ? chance.some([...roomsOfWorlds.keys()], chance.whole(1, 2)) : []
  const [main, second] = chance.percent(50) ? rooms : rooms.toReversed()
  return {
    place: chance.percent(50) ? chance.one([0, 1]) : null,
    words: chance.one(words),
    other: chance.percent(40),
    main: main ?? null,
    second: second ?? null,
  }
}

function inMeeting(chance: Chance, person: number, minutes: number): InMeeting {
  const partEdge = chance.percent(65) ? chance.one(partEdges) : null
  // Around the hour that has to lie between two parts, and longer than the meeting too.
  const partMinutes =
    partEdge === null
      ? null
      : chance.one([15, 30, 45, 60, minutes / 2, minutes / 2 - 30, minutes / 2 - 15, minutes - 60, minutes, minutes + 30])
  const answered = chance.percent(65)
  return {
    person,
    state: chance.percent(85) ? chance.one(mostlyComing) : chance.one(participationStates),
    how: answered ? chance.one(mostlyThere) : null,
    plannedHow: answered && chance.percent(50) ? null : chance.one(mostlyThere),
    partEdge,
    partMinutes: partMinutes === null ? null : Math.max(15, partMinutes),
  }
}

/** Two meetings of overlapping times in one room are refused whoever comes, which is not the rule asked here. */
function sharesARoom(one: MeetingInWorld, other: MeetingInWorld): boolean {
  const held = [one.where.main, one.where.second]
  const atOnce = one.start < other.start + other.minutes && other.start < one.start + one.minutes
  return atOnce && [other.where.main, other.where.second].some((room) => room !== null && held.includes(room))
}
