import type { Pair } from '../family/kept-apart'
import { keepsPairsApart, type Standing } from './keeps-pairs-apart'
import type { Way } from './participation'

/** A participant with the way that was planned for them when the time was chosen. */
export interface Planned extends Standing {
  plannedHow: string | null
}

/** Standings of those who come, or may yet say that they do. */
export const mayStillCome: string[] = ['coming', 'asked', 'noAnswerYet', 'notAsked']

/** The way in which somebody takes part: as they answered, or else as it was planned. Null: not part, not coming, or not planned in. The database's way_now() is the same. */
export function wayNow({ state, how, plannedHow }: Pick<Planned, 'state' | 'how' | 'plannedHow'>): Way | null {
  return mayStillCome.includes(state) ? ((how ?? plannedHow) as Way | null) : null
}

/** Everybody as they take part now, for the check of pairs: who has not answered counts as planned, so that the first to answer does not win the room. */
export function asPlanned(participants: Planned[]): Standing[] {
  return participants.flatMap((participant) => {
    const how = wayNow(participant)
    return how === null ? [] : [{ ...participant, state: 'coming', how }]
  })
}

/** The pairs whom a meeting of `minutes` would bring together as things stand. */
export function pairsTogether(participants: Planned[], pairs: Pair[], minutes: number | null): Pair[] {
  const standing = asPlanned(participants)
  return pairs.filter((pair) => !keepsPairsApart(standing, [pair], minutes))
}
