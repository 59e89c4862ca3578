import type { AvailabilityRule, RuleOf } from '@kinplan/domain/availability/availability-rule'
import { readRoster } from '@kinplan/domain/availability/typed-roster'
import type { DatedShift } from '@kinplan/domain/availability/typed-shift'
import type { HoursKept } from './hours-kept'
import { dateAfter } from './month-days'
import { ofKind, usualOffer } from './said-hours'
import { sleepAfter } from './shift-cycle'

type Roster = RuleOf<'roster'>

/** A line of a list that could be read: a shift, or a day off. */
export interface ReadDay {
  readonly date: string
  readonly shift: DatedShift | undefined
}

/** What each line says, in the order of the days and once each; lines that cannot be read are left out. */
export function daysRead(lines: string, today: string): ReadDay[] {
  const days = lines.split('\n').flatMap((line): [string, ReadDay][] => {
    const { shifts, from } = readRoster(line, { from: today })
    return from === null ? [] : [[`${from} ${shifts[0]?.start ?? ''} ${shifts[0]?.end ?? ''}`, { date: from, shift: shifts[0] }]]
  })
  return [...new Map(days)].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, day]) => day)
}

/** The list as a rule; what was said of shifts before, besides the shifts, stays said. Undefined when no line can be read. */
export function rosterOf(
  lines: string,
  { rules, ways, zone }: Pick<HoursKept, 'rules' | 'ways' | 'zone'>,
  today: string,
): Roster | undefined {
  const { shifts, from, until } = readRoster(lines, { from: today })
  if (from === null || until === null) return undefined
  const before = [...ofKind(rules, 'shiftCycle'), ...ofKind(rules, 'roster')].pop()
  return {
    ...usualOffer(zone, ways),
    ...(before ? { start: before.start, end: before.end, preference: before.preference } : {}),
    ...(before?.timeOff ? { timeOff: before.timeOff } : {}),
    ...sleepAfter(shifts, before),
    kind: 'roster',
    from,
    until,
    shifts,
  }
}

/** The rules with this list of shifts; of the lists before it stays what lies on other days. */
export function withRoster(rules: readonly AvailabilityRule[], roster: Roster): AvailabilityRule[] {
  return [
    ...rules.flatMap((rule): AvailabilityRule[] => (rule.kind === 'roster' ? outside(rule, roster.from, roster.until) : [rule])),
    roster,
  ]
}

/** What of a list lies before `from`, and what after `until`. */
function outside(roster: Roster, from: string, until: string): Roster[] {
  if (roster.until < from || roster.from > until) return [roster]
  return [
    { ...roster, until: dateAfter(from, -1), shifts: roster.shifts.filter(({ date }) => date < from) },
    { ...roster, from: dateAfter(until, 1), shifts: roster.shifts.filter(({ date }) => date > until) },
  ].filter((part) => part.from <= part.until)
}
