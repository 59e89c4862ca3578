import { ways } from '../meeting/participation'
import { preferences } from '../availability/availability-rule'
import type { AvailabilityRule, Offered } from '../availability/availability-rule'
import { eachShift } from '../availability/shift-time'
import type { Block } from '../clock/block'
import { addSlots, emptyGrid, joined, met, setSlots, setTouched, slotMs, takeOut } from './slot-grid'
import type { Grid, Window } from './slot-grid'
import { dayMs, dayOfDate, minuteOfTime, weekdayOfDay } from '../clock/wall-time'
import type { ZoneOffsets } from '../clock/wall-time'

const wayCount = ways.length
const likings = preferences.length
const minuteMs = 60_000
const slotsADay = dayMs / slotMs

/**
 * When one person offers time, for each way and each liking of it: at `way * 3 + liking` the slots that they offer in `ways[way]` with
 * `preferences[liking]` or better; null where there are none. `plain`: as things are; `any`: as things are, or with time off work. Ways
 * that are offered alike share their grids.
 */
export type FreeGrid = { readonly plain: readonly (Grid | null)[]; readonly any: readonly (Grid | null)[] }

/** What a search knows of the zones: their offsets over the window and five days to each side, and the day number of today there. */
export type Zones = { readonly offsets: (zone: string) => ZoneOffsets; readonly today: (zone: string) => number }

/** What is offered in the same ways, before anything is taken away: by liking, as things are and with time off. */
type Offers = { readonly inWays: number; readonly plain: (Grid | null)[]; readonly withTimeOff: (Grid | null)[] }

type Taken = { readonly forGood: Grid | null; readonly shifts: Grid | null }

const always = { firstDay: -Infinity, lastDay: Infinity }
const everyWeekday = 0b111_1111

/**
 * Expands one person's rules and busy blocks over a window, each rule once. A quarter hour is offered when one rule offers all of it; it is
 * taken when anything touches it: for good by an absence, sleep or something busy, and unless they get time off by a shift.
 */
export function freeGrid(rules: readonly AvailabilityRule[], busy: readonly Block[], zones: Zones, window: Window): FreeGrid {
  const fallsAway = new Set(rules.flatMap((rule) => (rule.kind === 'oneDay' ? [dayOfDate(rule.date)] : [])))
  const ownShifts = new Map<AvailabilityRule, Grid>()
  const taken = takenTime(rules, busy, fallsAway, ownShifts, zones, window)
  const offers: Offers[] = []
  for (const rule of rules)
    if (rule.kind !== 'cannot') addOffer(offersIn(offers, rule.how), rule, ownShifts.get(rule) ?? null, zones, window)
  for (const offer of offers) settle(offer, taken)
  return inEachWay(offers)
}

function takenTime(
  rules: readonly AvailabilityRule[],
  busy: readonly Block[],
  fallsAway: ReadonlySet<number>,
  ownShifts: Map<AvailabilityRule, Grid>,
  zones: Zones,
  window: Window,
): Taken {
  let forGood: Grid | null = null
  let shifts: Grid | null = null
  const takeForGood = (fromMs: number, untilMs: number): void => setTouched((forGood ??= emptyGrid(window)), window, fromMs, untilMs)
  const windowEnd = window.startMs + window.slots * slotMs
  // A shift of two days before may still end, and be slept off, within the window, whatever the zone.
  const [firstDay, lastDay] = [Math.floor(window.startMs / dayMs) - 3, Math.floor(windowEnd / dayMs) + 1]
  const noTurn = withRosterDays(fallsAway, rules, firstDay, lastDay)
  for (const rule of rules) {
    if (rule.kind === 'cannot')
      eachStretch(zones.offsets(rule.zone), dayOfDate(rule.from) * dayMs, (dayOfDate(rule.until) + 1) * dayMs, takeForGood)
    if (rule.kind === 'calendar') for (const block of rule.busy) takeForGood(block.startMs, block.endMs)
    if (rule.kind !== 'shiftCycle' && rule.kind !== 'roster') continue
    shifts ??= emptyGrid(window)
    const own = rule.timeOff ? emptyGrid(window) : shifts
    eachShift(
      rule,
      zones.offsets(rule.zone),
      firstDay,
      lastDay,
      rule.kind === 'shiftCycle' ? noTurn : fallsAway,
      (startMs, endMs, sleepUntilMs) => {
        setTouched(own, window, startMs, endMs)
        if (sleepUntilMs > endMs) takeForGood(endMs, sleepUntilMs)
      },
    )
    if (!rule.timeOff) continue
    ownShifts.set(rule, own)
    addSlots(shifts, own)
  }
  for (const block of busy) takeForGood(block.startMs, block.endMs)
  return { forGood, shifts }
}

/** The days on which no shift of a cycle begins: these, and of those from `firstDay` to `lastDay` each that lies in a roster. */
function withRosterDays(
  days: ReadonlySet<number>,
  rules: readonly AvailabilityRule[],
  firstDay: number,
  lastDay: number,
): ReadonlySet<number> {
  let all: Set<number> | null = null
  for (const rule of rules) {
    if (rule.kind !== 'roster') continue
    all ??= new Set(days)
    const last = Math.min(lastDay, dayOfDate(rule.until))
    for (let day = Math.max(firstDay, dayOfDate(rule.from)); day <= last; day++) all.add(day)
  }
  return all ?? days
}

/**
 * Calls `each` with the instants (ms) at which the wall clock of the zone shows a time from wall `from` to wall `until` (ms read as if in
 * UTC), one call a stretch of one offset.
 */
function eachStretch(at: ZoneOffsets, from: number, until: number, each: (fromMs: number, untilMs: number) => void): void {
  for (let i = 0; i < at.starts.length; i++) {
    const offset = at.offsets[i]!
    const fromMs = Math.max(at.starts[i]!, from - offset)
    const untilMs = Math.min(at.starts[i + 1] ?? at.endMs, until - offset)
    if (fromMs < untilMs) each(fromMs, untilMs)
  }
}

function offersIn(offers: Offers[], how: Offered['how']): Offers {
  let inWays = 0
  for (const way of how) inWays |= 1 << ways.indexOf(way)
  for (const known of offers) if (known.inWays === inWays) return known
  const made: Offers = { inWays, plain: [null, null, null], withTimeOff: [null, null, null] }
  offers.push(made)
  return made
}

function addOffer(
  to: Offers,
  rule: Exclude<AvailabilityRule, { kind: 'cannot' }>,
  ownShifts: Grid | null,
  zones: Zones,
  window: Window,
): void {
  const at = zones.offsets(rule.zone)
  const liking = preferences.indexOf(rule.preference)
  const timeOff = 'timeOff' in rule ? rule.timeOff : undefined
  let weekdays = everyWeekday
  if (rule.kind === 'ordinaryWeek') {
    weekdays = 0
    for (const day of rule.weekdays) weekdays |= 1 << (day - 1)
  }
  if (rule.kind !== 'ordinaryWeek' || !timeOff) addHours((to.plain[liking] ??= emptyGrid(window)), rule, weekdays, daysOf(rule), at, window)
  if (!timeOff) return
  const days = daysOf(rule)
  const inTime = { ...days, firstDay: Math.max(days.firstDay, zones.today(rule.zone) + timeOff.noticeDays) }
  const asked = emptyGrid(window)
  addHours(asked, rule, weekdays, inTime, at, window)
  to.withTimeOff[liking] = joined(to.withTimeOff[liking] ?? null, ownShifts === null ? asked : met(asked, ownShifts))
}

function daysOf(rule: Exclude<AvailabilityRule, { kind: 'cannot' }>): { firstDay: number; lastDay: number } {
  if (rule.kind === 'oneDay') return { firstDay: dayOfDate(rule.date), lastDay: dayOfDate(rule.date) }
  if (rule.kind === 'roster' || rule.kind === 'calendar') return { firstDay: dayOfDate(rule.from), lastDay: dayOfDate(rule.until) }
  return always
}

/** Adds a rule's hours on these wall days. A slot counts only when all of it is offered, so the edges round inwards. */
function addHours(
  grid: Grid,
  { start, end }: Offered,
  weekdays: number,
  { firstDay, lastDay }: { firstDay: number; lastDay: number },
  at: ZoneOffsets,
  window: Window,
): void {
  const startMs = minuteOfTime(start) * minuteMs
  const endMs = minuteOfTime(end) * minuteMs
  const windowEnd = window.startMs + window.slots * slotMs
  const set = setSlots
  for (let i = 0; i < at.starts.length; i++) {
    const offset = at.offsets[i]!
    const fromMs = Math.max(at.starts[i]!, window.startMs)
    const untilMs = Math.min(at.starts[i + 1] ?? at.endMs, windowEnd)
    if (fromMs >= untilMs) continue
    const first = Math.max(firstDay, Math.floor((fromMs + offset) / dayMs))
    const last = Math.min(lastDay, Math.floor((untilMs - 1 + offset) / dayMs))
    const [least, most] = [Math.ceil((fromMs - window.startMs) / slotMs), Math.floor((untilMs - window.startMs) / slotMs)]
    // While the offset stays, each day's hours lie a day's slots after those of the day before.
    const midnight = first * dayMs - offset - window.startMs
    let from = Math.ceil((midnight + startMs) / slotMs)
    let until = Math.floor((midnight + endMs) / slotMs)
    let weekday = weekdayOfDay(first) - 1
    for (let day = first; day <= last; day++) {
      if ((weekdays >>> weekday) & 1) set(grid, window, from > least ? from : least, until < most ? until : most)
      weekday = weekday === 6 ? 0 : weekday + 1
      from += slotsADay
      until += slotsADay
    }
  }
}

/** Takes away what is taken: shifts from what is offered plainly, and from everything what is taken for good. */
function settle({ plain, withTimeOff }: Offers, { forGood, shifts }: Taken): void {
  for (let liking = 0; liking < likings; liking++) {
    const grid = plain[liking] ?? null
    if (grid && shifts) takeOut(grid, shifts)
    if (grid && forGood) takeOut(grid, forGood)
    const asked = withTimeOff[liking] ?? null
    if (asked && forGood) takeOut(asked, forGood)
  }
}

function inEachWay(offers: readonly Offers[]): FreeGrid {
  const plain: (Grid | null)[] = new Array<Grid | null>(wayCount * likings).fill(null)
  const any = plain.slice()
  const made: { key: number; way: number }[] = []
  for (let way = 0; way < wayCount; way++) {
    let key = 0
    // At most one offer for each set of ways, so 31 of them; the position in the list names it.
    for (let i = 0; i < offers.length; i++) if ((offers[i]!.inWays >>> way) & 1) key += 2 ** i
    if (key === 0) continue
    const alike = made.find((one) => one.key === key)
    if (!alike) made.push({ key, way })
    for (let liking = likings - 1; liking >= 0; liking--) {
      const at = way * likings + liking
      if (alike) {
        plain[at] = plain[alike.way * likings + liking]!
        any[at] = any[alike.way * likings + liking]!
        continue
      }
      let offered: Grid | null = liking < likings - 1 ? plain[at + 1]! : null
      let asked: Grid | null = liking < likings - 1 && any[at + 1] !== plain[at + 1] ? any[at + 1]! : null
      for (const offer of offers) {
        if (((offer.inWays >>> way) & 1) === 0) continue
        offered = joined(offered, offer.plain[liking]!)
        asked = joined(asked, offer.withTimeOff[liking]!)
      }
      plain[at] = offered
      any[at] = asked === null ? offered : joined(offered, asked)
    }
  }
  return { plain, any }
}
