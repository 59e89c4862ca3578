import { ways, type Way } from '../meeting/participation';
import { dayOfDate, minuteOfTime, parseDate, parseEndTime, parseTime, zoneKnown } from './wall-time';


/** From the one a person likes least to the one they like best; without a word it is 'possible'. */
export const preferences = ['lastResort', 'possible', 'better'] as const;
export type Preference = (typeof preferences)[number];

/** Two hundred rules are far more than a month of dates typed one by one; beyond that it is a mistake or an attack. */
export const mostRulesPerPerson = 200;
/** A date further off than half a year is not promised by any shift plan, and the grid stays small. */
export const mostWindowDays = 26 * 7;
/** Two years: longer than any absence that a person can foresee, short enough to notice a mistyped year. */
export const mostCannotDays = 2 * 366;

/**
 * One thing a person says about when they can come, in the wall time of their own zone.
 * - `ordinaryWeek`: on these weekdays (1 Monday to 7 Sunday) from `start` to `end` ('24:00' is the end
 *   of the day), in any of these ways. They are free at an instant when their wall clock then shows a time from
 *   `start` up to, not including, `end`: so an hour the clock skips is no time, an hour it shows twice counts twice.
 * - `cannot`: not at all from `from` to `until`, both days included. It outweighs every other rule.
 */
export type AvailabilityRule =
  | {
      readonly kind: 'ordinaryWeek';
      readonly weekdays: readonly number[];
      readonly start: string;
      readonly end: string;
      readonly zone: string;
      readonly how: readonly Way[];
      readonly preference?: Preference;
    }
  | { readonly kind: 'cannot'; readonly from: string; readonly until: string; readonly zone: string };

/** A rule as a form gives it: choices already choices, dates and times the text that was typed. */
export type TypedAvailabilityRule = {
  readonly kind: AvailabilityRule['kind'];
  readonly zone: string;
  readonly weekdays?: readonly number[] | null;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly how?: readonly Way[] | null;
  readonly preference?: Preference | null;
  readonly from?: string | null;
  readonly until?: string | null;
};

export type AvailabilityRefusal =
  | 'dateImpossible'
  | 'timeImpossible'
  | 'endBeforeStart'
  | 'zoneUnknown'
  | 'noDayChosen'
  | 'noWayChosen'
  | 'windowTooLong';

export type AvailabilityRuleField = 'zone' | 'weekdays' | 'start' | 'end' | 'how' | 'from' | 'until';

export type ParsedAvailabilityRule =
  | { readonly ok: true; readonly rule: AvailabilityRule }
  | { readonly ok: false; readonly code: AvailabilityRefusal; readonly field: AvailabilityRuleField };

/** Weekdays in order and once each; null when one is not a weekday or there are none. */
export function parseWeekdays(weekdays: readonly number[]): number[] | null {
  const chosen = [...new Set(weekdays)].sort((a, b) => a - b);
  const known = chosen.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return chosen.length > 0 && known ? chosen : null;
}

/**
 * Reads one rule from a form, made plain: dates 'YYYY-MM-DD', times 'HH:MM', weekdays and ways in order and once each.
 * An empty `until` is the same day as `from`. Otherwise the first thing that is wrong, and the field it stands in.
 */
export function parseAvailabilityRule(typed: TypedAvailabilityRule): ParsedAvailabilityRule {
  if (!zoneKnown(typed.zone)) return { ok: false, code: 'zoneUnknown', field: 'zone' };
  return typed.kind === 'cannot' ? parseCannot(typed) : parseOrdinaryWeek(typed);
}

function parseCannot(typed: TypedAvailabilityRule): ParsedAvailabilityRule {
  const from = parseDate(typed.from ?? '');
  if (from === null) return { ok: false, code: 'dateImpossible', field: 'from' };
  const until = (typed.until ?? '').trim() === '' ? from : parseDate(typed.until ?? '');
  if (until === null) return { ok: false, code: 'dateImpossible', field: 'until' };
  const days = dayOfDate(until) - dayOfDate(from) + 1;
  if (days < 1) return { ok: false, code: 'endBeforeStart', field: 'until' };
  if (days > mostCannotDays) return { ok: false, code: 'windowTooLong', field: 'until' };
  return { ok: true, rule: { kind: 'cannot', from, until, zone: typed.zone } };
}

function parseOrdinaryWeek(typed: TypedAvailabilityRule): ParsedAvailabilityRule {
  const weekdays = parseWeekdays(typed.weekdays ?? []);
  if (weekdays === null) return { ok: false, code: 'noDayChosen', field: 'weekdays' };
  const start = parseTime(typed.start ?? '');
  if (start === null) return { ok: false, code: 'timeImpossible', field: 'start' };
  const end = parseEndTime(typed.end ?? '');
  if (end === null) return { ok: false, code: 'timeImpossible', field: 'end' };
  if (minuteOfTime(end) <= minuteOfTime(start)) return { ok: false, code: 'endBeforeStart', field: 'end' };
  const how = ways.filter((way) => typed.how?.includes(way));
  if (how.length === 0) return { ok: false, code: 'noWayChosen', field: 'how' };
  const preference = typed.preference ?? 'possible';
  return { ok: true, rule: { kind: 'ordinaryWeek', weekdays, start, end, zone: typed.zone, how, preference } };
}
