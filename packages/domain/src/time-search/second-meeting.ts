import { ways } from '../meeting/participation'
import { apartGapMinutes } from '../meeting/placed-together'
import { presentIn } from './openings'
import type { PlaceSearch } from './place-search'
import { hasSlot, met, slotMs } from './slot-grid'
import type { Grid } from './slot-grid'
import { comes, type TimeSearch } from './time-search'
import { Attendance } from './attendance'

/**
 * Those kept out with one worker at one place (by their places in `people`), who would be placed together as if each of them had to be
 * there, and the starts at which each by themselves could be.
 */
type Together = {
  readonly at: PlaceSearch
  readonly ids: readonly number[]
  readonly all: readonly number[]
  readonly whoComes: Attendance
  readonly starts: Grid | null
}

/**
 * The first time the ask allows, at any of its places, with at least an hour between it and the meeting at `slot`, at which all who were
 * kept out of that meeting (by id) can be present together, with a worker who must be there and was not kept out: of several the first by
 * id. Nobody else takes part, though a companion has to be free as well. They are kept apart from each other as in any meeting, each for
 * their part, in the nearest ways in which all of them can be present, and rooms as asked for must hold those who sit in them then. null
 * when there is none, or when nobody of the family was kept out: workers alone need no meeting. `places` are those of the search, or as
 * they would be with a change made.
 */
export function secondMeeting(
  search: TimeSearch,
  slot: number,
  keptOut: readonly string[],
  places: readonly PlaceSearch[] = search.places,
): SecondMeeting | null {
  const gap = search.length + (apartGapMinutes * 60_000) / slotMs
  const members = search.people.flatMap(({ id }, i) => (keptOut.includes(id) ? [i] : []))
  if (members.every((i) => search.people[i]!.worker)) return null
  const workers = search.people.flatMap(({ worker, need }, i) => (worker && need === 'must' && !members.includes(i) ? [i] : []))
  const together = workers.flatMap((worker) =>
    togetherAt(
      search,
      places,
      [...members, worker].sort((a, b) => a - b),
    ),
  )
  if (together.every(({ starts }) => starts === null)) return null
  for (const { first, last } of search.starts) {
    for (let start = first; start <= last; start++) {
      if (Math.abs(start - slot) < gap) continue
      const found = together.find((one) => one.starts !== null && hasSlot(one.starts, start) && meets(one, start))
      if (!found) continue
      const startMs = search.msOf(start)
      return {
        startMs,
        startWall: search.wall(startMs),
        endWall: search.wall(startMs + search.length * slotMs),
        ids: found.ids.map((i) => search.people[i]!.id),
      }
    }
  }
  return null
}

/** These people at each of the places. All of them are needed alike, so that none is left out for the sake of another's nearer way. */
function togetherAt({ people, pairs, ask }: TimeSearch, places: readonly PlaceSearch[], ids: readonly number[]): Together[] {
  const whoComes = new Attendance(
    ids.map((i) => ({ ...people[i]!, need: 'must' as const })),
    pairs,
    ask.minutes,
  )
  const all = ids.map((_, k) => k)
  return places.map((at) => ({
    at,
    ids,
    all,
    whoComes,
    starts: ids.reduce<Grid | null | undefined>((starts, i) => bothPresent(starts, at, i), undefined) ?? null,
  }))
}

function bothPresent(all: Grid | null | undefined, at: PlaceSearch, i: number): Grid | null {
  const own = presentIn(at.open[i]!)
  return all === undefined ? own : all && own && met(all, own)
}

/** Whether these people, and nobody else, would all be present, whoever of them is kept apart from whom. */
function meets({ at, ids, all, whoComes }: Together, slot: number): boolean {
  const values = Uint8Array.from(ids.flatMap((i) => ways.map((_, way) => at.valueOf(i, way, slot))))
  const { chosen } = whoComes.place(all, values)
  if (!chosen.every(comes)) return false
  const sitting = (room: string): number => chosen.reduce((count, way) => (ways[way] === room ? count + 1 : count), 0)
  return at.rooms === null || at.rooms.choose(slot, sitting('inRoom'), sitting('secondRoom')) !== null
}

/**
 * A meeting of their own for those kept out of a proposal by a pair, with a worker who must be there: the first time at which they all can.
 */
export type SecondMeeting = {
  readonly startMs: number
  readonly startWall: string
  readonly endWall: string
  readonly ids: readonly string[]
}
