import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import { wayWords } from '../meeting/meeting.copy'
import { saidDay } from '../page/said-dates'
import { monthWords, saidWords } from './month.copy'
import { pickOf, saidDates, saidHours, saidWeek } from './ordinary-week'
import { pageOf } from './rule-at'
import { writerOf } from './said-hours'
import { nextTurn } from './shift-cycle'
import { likingWords } from './times.copy'

/** A rule read back. */
interface RuleInWords {
  readonly said: string
  /** What else is so, each in a few words. */
  readonly more: readonly string[]
  /** The page on which it is changed; null where taking it away and saying it anew is as quick. */
  readonly page: string | null
}

/** What somebody said with one rule. `waysAlike`: all rules have the same ways, so each need not name them. */
export function ruleInWords(rule: AvailabilityRule, today: string, waysAlike: boolean): RuleInWords {
  return {
    said: saidRule(rule, today),
    more: [...aboutRule(rule), ...(waysAlike ? [] : waysOf(rule)), ...writtenBy(rule)],
    page: changePage(rule),
  }
}

function saidRule(rule: AvailabilityRule, today: string): string {
  if (rule.kind === 'ordinaryWeek') return saidWeek(rule)
  if (rule.kind === 'shiftCycle') return saidWords.shiftCycle(saidDay(nextTurn(rule.from, rule.cycle.length, today), today))
  if (rule.kind === 'oneDay') return saidWords.oneDay(saidDay(rule.date, today))
  return saidWords[rule.kind](saidDates(rule, today))
}

function aboutRule(rule: AvailabilityRule): string[] {
  if (rule.kind === 'cannot') return []
  const liking = rule.preference === 'possible' ? [] : [likingWords[rule.preference]]
  const off = 'timeOff' in rule && rule.timeOff ? [saidWords.timeOff(rule.timeOff.noticeDays)] : []
  if (rule.kind === 'ordinaryWeek') return [...off, ...liking]
  if (rule.kind === 'oneDay') return [saidHours(rule), ...liking]
  return [countOf(rule), saidWords.free(saidHours(rule)), ...off, ...liking]
}

function countOf(rule: Extract<AvailabilityRule, { kind: 'shiftCycle' | 'roster' | 'calendar' }>): string {
  if (rule.kind === 'roster') return saidWords.shifts(rule.shifts.length)
  if (rule.kind === 'calendar') return saidWords.busy(rule.busy.length)
  return saidWords.turn(rule.cycle.length, rule.cycle.filter(Boolean).length)
}

function waysOf(rule: AvailabilityRule): string[] {
  return rule.kind === 'cannot' ? [] : [rule.how.map((way) => wayWords[way].toLowerCase()).join(', ')]
}

function writtenBy(rule: AvailabilityRule): string[] {
  const writer = writerOf(rule)
  return writer ? [monthWords.wroteDown(writer)] : []
}

function changePage(rule: AvailabilityRule): string | null {
  if (rule.kind === 'oneDay' || rule.kind === 'cannot') return null
  if (rule.kind === 'ordinaryWeek') return pickOf(rule) ? '/times/days' : '/times/exact'
  return pageOf('hours', rule)
}
