import type { Block } from '../clock/block'
import { instantOfMoment, wallOnClock, type Moment } from './moment'
import { msOf, readOrNull, type Entry, type Period } from './entry'
import type { Rule } from './recurrence-rule'
import { dayMs } from '../clock/wall-time'

/**
 * The times (ms on the wall) of a rule from a first one on, in order, of which those from `from` to `until` are needed; throws where they
 * cannot be found.
 */
export type TimesOf = (rule: Rule, start: Moment, from: number, until: number) => Iterable<number>

/** A time of a series that was changed together with all later ones: from that instant (ms) on, and how far along on the wall (ms). */
type Change = { readonly fromMs: number; readonly shiftMs: number; readonly to: Entry }

/** The entries of a file that stand for times of a series, by the series' uid. */
export function changesByUid(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const byUid = new Map<string, Entry[]>()
  for (const entry of entries)
    if (entry.insteadOf !== null && entry.uid !== '') byUid.set(entry.uid, [...(byUid.get(entry.uid) ?? []), entry])
  return byUid
}

/**
 * Whether an entry matters: it takes time, one that stands for its later times does, or it changes a series in a way we do not work out.
 */
export function matters(entry: Entry, changes: readonly Entry[]): boolean {
  return (
    entry.isBusy || (entry.insteadOf === null ? changes.some(({ isBusy, insteadOf }) => isBusy && insteadOf?.andLater) : !entry.isWhole)
  )
}

/**
 * The blocks (instants, ms) of an entry that may touch the stretch from `fromMs` to `untilMs`, and whether nothing of it is missing.
 * `changes` are the entries that stand for times of its series: those times are left out here, since each entry gives its own, and what
 * follows a change "and all later" moves as far and lasts as long (RFC 5545, 3.2.13).
 */
export function blocksOf(
  entry: Entry,
  changes: readonly Entry[],
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
  timesOf: TimesOf,
): { blocks: Block[]; isWhole: boolean } {
  const first = entry.periods[0]
  if (first === undefined) return { blocks: [], isWhole: entry.isWhole }
  const own = entry.insteadOf === null ? changes : []
  const later = laterChanges(first.start, own)
  const shifts = [0, ...later.map(({ shiftMs }) => shiftMs)]
  const lengths = [...entry.periods.map(({ length }) => msOf(length)), ...later.map(({ to }) => msOf(to.periods[0]!.length))]
  // No clock is more than a day from UTC.
  const from = fromMs - dayMs - Math.max(...lengths) - Math.max(...shifts)
  const until = untilMs + dayMs + Math.max(entry.travelMs, ...later.map(({ to }) => to.travelMs)) - Math.min(...shifts)
  const takenOut = entry.withoutRules.map((rule) => collected(timesOf(rule, first.start, from, until)))
  const added = entry.rules.map((rule) => collected(timesOf(rule, first.start, from, until)))
  const isGone = goneOf([
    ...entry.without,
    ...own.map(({ insteadOf }) => insteadOf!.moment),
    ...takenOut.flatMap(({ all }) => all).map((wallMs) => ({ ...first.start, wallMs })),
  ])
  const periods = [
    ...entry.periods,
    ...added.flatMap(({ all }) => all).map((wallMs) => ({ start: { ...first.start, wallMs }, length: first.length })),
  ]
  const blocks = periods
    .filter(({ start }) => from <= start.wallMs && start.wallMs <= until && !isGone(start))
    .flatMap((period) => {
      const startMs = instantOfMoment(period.start)
      const change = later.find((one) => one.fromMs <= startMs)
      if (change !== undefined) return change.to.isBusy ? [changed(period, change)] : []
      return entry.isBusy ? [blockOf(period, entry.travelMs)] : []
    })
  return { blocks, isWhole: entry.isWhole && [...takenOut, ...added].every(({ areAll }) => areAll) }
}

/** What comes before it can go no further, and whether it came to its end. */
function collected<T>(values: Iterable<T>): { all: T[]; areAll: boolean } {
  const all: T[] = []
  const areAll = readOrNull(() => {
    for (const value of values) all.push(value)
    return true
  })
  return { all, areAll: areAll === true }
}

/** The last first, so that the first one found to have begun is the one that holds. */
function laterChanges(start: Moment, changes: readonly Entry[]): Change[] {
  const later = changes
    .filter(({ insteadOf }) => insteadOf?.andLater)
    .map((to): Change => {
      const { moment } = to.insteadOf!
      const wallMs = wallOnClock(moment, start.offsetAt, start.isDate)
      const timeOfDay = moment.isDate && !start.isDate ? start.wallMs - Math.floor(start.wallMs / dayMs) * dayMs : 0
      return { fromMs: instantOfMoment({ ...start, wallMs }), shiftMs: to.periods[0]!.start.wallMs - wallMs - timeOfDay, to }
    })
  return later.sort((a, b) => b.fromMs - a.fromMs)
}

function changed({ start }: Period, { shiftMs, to }: Change): Block {
  const moved = to.periods[0]!
  return blockOf({ start: { ...moved.start, wallMs: start.wallMs + shiftMs }, length: moved.length }, to.travelMs)
}

/**
 * Whether a file takes a time out again: that very time, or a whole day where it names a date; of whole days, the one that begins then on
 * any clock.
 */
function goneOf(without: readonly Moment[]): (start: Moment) => boolean {
  const times = new Set(without.filter(({ isDate }) => !isDate).map((moment) => instantOfMoment(moment)))
  const dates = new Set(without.filter(({ isDate }) => isDate).map(({ wallMs }) => wallMs))
  const midnights = new Set(without.map(({ wallMs }) => wallMs))
  return (start) =>
    (times.size > 0 && times.has(instantOfMoment(start))) ||
    dates.has(Math.floor(start.wallMs / dayMs) * dayMs) ||
    (start.isDate && midnights.has(start.wallMs))
}

const blockOf = ({ start, length }: Period, travelMs: number): Block => ({
  startMs: instantOfMoment(start) - travelMs,
  endMs: instantOfMoment(start, length.days) + length.ms,
})
