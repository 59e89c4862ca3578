import type { Way } from '../meeting/participation'
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

/** The letter of each way; '-' is somebody who does not take part. */
const letterOfWay: Readonly<Record<Way, string>> = {
  inRoom: 'r',
  secondRoom: 's',
  video: 'v',
  phone: 'p',
  spokenFor: 'f',
  letter: 'l',
}
const nobody = '-'

/**
 * For every day and hour in which the ask of a search allows a start, the best start of that hour, by the order of proposals but for being
 * sooner, and who takes part in it; in time order. In an hour without any at which somebody of the family could be present in a free room
 * nobody takes part. Where it may not go on, what comes later is not there.
 */
export function heatOfWeeks(search: TimeSearch, goOn: GoOn = always): HeatHour[] {
  const { people } = search
  const shown = new Map<PlaceSearch, { standing: StartStanding; ways: string | null }>()
  /** The letters of everybody at one start; null where it is no time for a meeting. */
  const waysAt = (at: PlaceSearch, slot: number, standing: StartStanding): string | null => {
    const known = shown.get(at)
    if (known?.standing === standing) return known.ways
    const made = foundWith(search, at, slot, standing.chosen) ? lettersOf(standing.chosen) : null
    shown.set(at, { standing, ways: made })
    return made
  }
  const hours = new Map<string, { hour: HeatHour; first: number; second: number; place: number }>()
  for (const { first: from, last } of search.starts) {
    for (let slot = from; slot <= last && goOn(); slot++) {
      const [day = '', time = ''] = search.wall(search.msOf(slot)).split('T')
      const key = `${day}T${time.slice(0, 2)}`
      const hour = { day, hour: Number(time.slice(0, 2)), time }
      if (!hours.has(key)) hours.set(key, { hour: { ...hour, ways: nobody.repeat(people.length) }, first: -Infinity, second: 0, place: 0 })
      for (const at of search.places) {
        const standing = at.standingAt(slot)
        const { first, second } = standing
        const known = hours.get(key)!
        const better = first - known.first || second - known.second || known.place - at.index
        const ways = better > 0 ? waysAt(at, slot, standing) : null
        if (ways !== null) hours.set(key, { hour: { ...hour, ways }, first, second, place: at.index })
      }
    }
  }
  return [...hours.values()].map(({ hour }) => hour)
}

function lettersOf(chosen: Int8Array): string {
  return Array.from(chosen, (way) => (way < 0 ? nobody : letterOfWay[ways[way]!])).join('')
}
