import type { PairApart } from '../family/kept-apart'
import { keepsPairsApart, type TakingPart } from './keeps-pairs-apart'
import { ways, type Way } from './participation'
import { isPresent } from './placed-together'

/** A participant with the way that was planned for them when the time was chosen. */
export interface Planned extends TakingPart {
  plannedHow: string | null
}

/** Standings of those who come, or may yet say that they do. */
export const mayStillCome: string[] = ['coming', 'asked', 'noAnswerYet', 'notAsked']

/**
 * The way in which somebody takes part: as they answered, or else as it was planned. Null: not part, not coming, or not planned in. The
 * database's way_now() is the same.
 */
export function wayNow({ state, how, plannedHow }: Pick<Planned, 'state' | 'how' | 'plannedHow'>): Way | null {
  return mayStillCome.includes(state) ? ((how ?? plannedHow) as Way | null) : null
}

/**
 * Everybody as they take part now, for the check of pairs: who has not answered counts as planned, so that the first to answer does not win
 * the room.
 */
export function asPlanned(participants: Planned[]): TakingPart[] {
  return participants.flatMap((participant) => {
    const how = wayNow(participant)
    return how === null ? [] : [{ ...participant, state: 'coming', how }]
  })
}

/** The pairs whom a meeting of `minutes` would bring together as things stand. */
export function pairsTogether<P extends PairApart>(participants: Planned[], pairs: readonly P[], minutes: number | null): P[] {
  const standing = asPlanned(participants)
  return pairs.filter((pair) => !keepsPairsApart(standing, [pair], minutes))
}

/** The way in which somebody takes part who chose this one: whoever has a room of their own, and comes in the room, comes to that. */
export function wayTo({ how, plannedHow }: Pick<Planned, 'how' | 'plannedHow'>, chosen: Way): Way {
  return chosen === 'inRoom' && (how === 'secondRoom' || plannedHow === 'secondRoom') ? 'secondRoom' : chosen
}

/**
 * The ways in which somebody may say that they take part in a meeting of `minutes`: those that keep them apart from everybody as the time
 * was planned, and as people take part now. What was planned stays closed when the other says no, so that nobody learns from what opens
 * that somebody has withdrawn; the coordinator may always write down more. A second room is never chosen.
 */
export function openWays(mine: Planned, participants: readonly Planned[], pairs: readonly PairApart[], minutes: number | null): Way[] {
  const own = pairs.filter(({ oneId, otherId }) => oneId === mine.personId || otherId === mine.personId)
  const others = participants.filter(({ personId }) => personId !== mine.personId)
  const planned = others.map((other) => (other.state === 'notPart' ? other : { ...other, state: 'noAnswerYet', how: null }))
  return ways.filter((way) => {
    if (way === 'secondRoom') return false
    const how = wayTo(mine, way)
    return (
      !isPresent(how) ||
      [others, planned].every((standing) => pairsTogether([...standing, { ...mine, state: 'coming', how }], own, minutes).length === 0)
    )
  })
}

/**
 * The ways to tell a person of with the time; null where the time has no part for them, and is not theirs to know: they are kept apart from
 * who comes, and no way of being there is open to them, whatever they said.
 */
export function waysToTell(
  mine: Planned,
  participants: readonly Planned[],
  pairs: readonly PairApart[],
  minutes: number | null,
): Way[] | null {
  const ways = openWays(mine, participants, pairs, minutes)
  return wayNow(mine) !== null || ways.some(isPresent) ? ways : null
}

/** Whether the time leaves out a person who may still come. */
export function isKeptOut(mine: Planned, participants: readonly Planned[], pairs: readonly PairApart[], minutes: number | null): boolean {
  return mine.personId !== null && mayStillCome.includes(mine.state) && waysToTell(mine, participants, pairs, minutes) === null
}
