import type { RuleOf } from './availability-rule'
import { isNight, type DatedShift, type ShiftHours } from './typed-shift'
import { dateOfDay, dayMs, dayOfDate, minuteOfTime, wallReading } from '../clock/wall-time'
import type { ZoneOffsets } from '../clock/wall-time'

type ShiftRule = RuleOf<'shiftCycle'> | RuleOf<'roster'>

/** Takes the instants (ms) of one shift, and until when they sleep after it (its end when they do not). */
type EachShift = (startMs: number, endMs: number, sleepUntilMs: number) => void

/**
 * Calls `each` for every shift of the rule that begins on the days `fromDay` to `untilDay` (day numbers), but for those on a day of
 * `fallsAway`. Where the clock skips an edge or shows it twice, a shift begins at the earlier reading and ends at the later; so does the
 * sleep after it.
 */
export function eachShift(
  rule: ShiftRule,
  at: ZoneOffsets,
  fromDay: number,
  untilDay: number,
  fallsAway: ReadonlySet<number>,
  each: EachShift,
): void {
  const sleepUntil = rule.sleepUntil === undefined ? null : minuteOfTime(rule.sleepUntil)
  if (rule.kind === 'roster') {
    // ISO dates, so text order is day order: a year's roster is not read for eight weeks.
    const [from, until] = [dateOfDay(fromDay), dateOfDay(untilDay)]
    for (const shift of rule.shifts) {
      if (shift.date < from || shift.date > until) continue
      const day = dayOfDate(shift.date)
      if (!fallsAway.has(day)) timesOf(shift, sleepUntil)(at, day, each)
    }
    return
  }
  const times = rule.cycle.map((shift) => shift && timesOf(shift, sleepUntil))
  const days = times.length
  const first = dayOfDate(rule.from)
  let turn = (((fromDay - first) % days) + days) % days
  for (const { offsets, lastDay } of steadyDays(at, fromDay, untilDay)) {
    for (let day = fromDay; day <= lastDay; day++) {
      const shift = times[turn]
      turn = turn + 1 === days ? 0 : turn + 1
      if (shift && !fallsAway.has(day)) shift(offsets, day, each)
    }
    fromDay = lastDay + 1
  }
}

/**
 * The days up to `untilDay` in stretches, each with all offsets that the edges of its shifts can meet: most have one, which is read without
 * looking for more.
 */
function steadyDays(at: ZoneOffsets, fromDay: number, untilDay: number): { offsets: ZoneOffsets; lastDay: number }[] {
  const stretches: { offsets: ZoneOffsets; lastDay: number }[] = []
  for (let i = 0; i < at.starts.length && fromDay <= untilDay; i++) {
    const changeMs = at.starts[i + 1] ?? Infinity
    // A wall reading lies within a day of its date in UTC, and a shift and its sleep end by the next date.
    const lastSteady = Math.min(untilDay, Math.floor(changeMs / dayMs) - 4)
    if (lastSteady >= fromDay) {
      stretches.push({
        offsets: { zone: at.zone, starts: [at.starts[i]!], offsets: [at.offsets[i]!], endMs: changeMs },
        lastDay: lastSteady,
      })
      fromDay = lastSteady + 1
    }
    const lastMixed = Math.min(untilDay, Math.floor(changeMs / dayMs) + 2)
    if (lastMixed < fromDay) continue
    stretches.push({ offsets: at, lastDay: lastMixed })
    fromDay = lastMixed + 1
  }
  return stretches
}

function timesOf(shift: ShiftHours | DatedShift, sleepUntil: number | null): (at: ZoneOffsets, day: number, each: EachShift) => void {
  const start = minuteOfTime(shift.start)
  const end = minuteOfTime(shift.end)
  const lastDay = end <= start ? 1 : 0
  const sleeps = sleepUntil !== null && isNight(shift)
  return (at, day, each) => {
    const endMs = wallReading(at, day + lastDay, end, 'later')
    each(wallReading(at, day, start, 'earlier'), endMs, sleeps ? wallReading(at, day + 1, sleepUntil, 'later') : endMs)
  }
}
