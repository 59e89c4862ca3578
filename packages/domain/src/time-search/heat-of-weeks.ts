import { ways } from '../meeting/participation'
import { always, type GoOn } from './go-on'
import type { PlaceSearch, StartStanding } from './place-search'
import { foundWith } from './ranked-times'
import type { TimeSearch } from './time-search'

/**
 * The best start in one hour of one day that was asked for: `day` 'YYYY-MM-DD', `hour` 0 to 23 and the start's `time` 'HH:MM' on the wall
 * of the ask's zone, and in `ways` a letter a person, in the order of `inOrder`.
 */
export type HeatHour = { readonly day: string; readonly hour: number; readonly time: string; readonly ways: string }

/** The letter of each way, in the order of `ways`; '-' is somebody who does not take part. */
const letters = ways.map((way) => ({ inRoom: 'r', secondRoom: 's', video: 'v', phone: 'p', spokenFor: 'f', letter: 'l' })[way])
const nobody = '-'

/**
 * For every day and hour in which the ask of a search allows a start, the best start of that hour, by the order of proposals but for being
 * sooner, and who takes part in it; in time order. In an hour without any at which somebody of the family could be present in a free room
 * nobody takes part. Where it may not go on, what comes later is not there.
 */
export function heatOfWeeks(search: TimeSearch, goOn: GoOn = always): HeatHour[] {
  const { people } = search
  const looked = new Map<PlaceSearch, { standing: StartStanding; isTime: boolean }>()
  /** Whether somebody of the family could be present at one start, in a free room. */
  const isTime = (at: PlaceSearch, slot: number, standing: StartStanding): boolean => {
    const known = looked.get(at)
    if (known?.standing === standing) return known.isTime
    const made = { standing, isTime: foundWith(search, at, slot, standing.chosen) !== null }
    looked.set(at, made)
    return made.isTime
  }
  const hours = new Map<string, BestOfHour>()
  for (const { first: from, last } of search.starts) {
    for (let slot = from; slot <= last && goOn(); slot++) {
      const wall = search.wall(search.msOf(slot))
      const key = wall.slice(0, hourEnds)
      const best = hours.get(key) ?? { wall, standing: null, place: 0 }
      hours.set(key, best)
      for (const at of search.places) {
        const standing = at.standingAt(slot)
        const ahead = best.standing === null || compareStandings(standing, at.index, best.standing, best.place) > 0
        if (ahead && isTime(at, slot, standing)) Object.assign(best, { wall, standing, place: at.index })
      }
    }
  }
  return [...hours.values()].map(({ wall, standing }) => ({
    day: wall.slice(0, dayEnds),
    hour: Number(wall.slice(dayEnds + 1, hourEnds)),
    time: wall.slice(dayEnds + 1),
    ways: standing === null ? nobody.repeat(people.length) : lettersOf(standing.chosen),
  }))
}

/** In 'YYYY-MM-DDTHH:MM'. */
const dayEnds = 10
const hourEnds = 13

/** The best start of an hour so far, and who takes part in it; `standing` is null while there is none. */
interface BestOfHour {
  wall: string
  standing: StartStanding | null
  place: number
}

/** More than 0 where one standing comes before another, by the order of proposals but for being sooner. */
function compareStandings(one: StartStanding, place: number, other: StartStanding, otherPlace: number): number {
  return one.first - other.first || one.second - other.second || otherPlace - place
}

function lettersOf(chosen: Int8Array): string {
  let text = ''
  for (let i = 0; i < chosen.length; i++) text += letters[chosen[i]!] ?? nobody
  return text
}
