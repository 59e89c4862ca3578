import type { ShiftHours } from './typed-shift'

/** What a shift is called on a rota. */
export const shiftKinds = ['day', 'early', 'late', 'night'] as const
export type ShiftKind = (typeof shiftKinds)[number]

/** A day of a pattern: a kind of shift, or null for a day off. */
type PatternDay = ShiftKind | null

/**
 * The one question that fixes where in their pattern a person is; its answer is a date, and that date is day 0 of the cycle.
 * - `daysStart`, `nightsStart`: when the next run of day shifts, or of nights, starts
 * - `threeDaysStart`, `threeNightsStart`: the same where a pattern has runs of two and one single run of three
 * - `firstDay`: which date is the first of the days that the person builds
 */
const shiftQuestions = ['daysStart', 'nightsStart', 'threeDaysStart', 'threeNightsStart', 'firstDay'] as const
export type ShiftQuestion = (typeof shiftQuestions)[number]

const day: ShiftHours = { start: '06:00', end: '18:00' }
const shortDay: ShiftHours = { start: '06:00', end: '14:00' }
const early: ShiftHours = { start: '06:00', end: '14:00' }
const late: ShiftHours = { start: '14:00', end: '22:00' }
const night: ShiftHours = { start: '18:00', end: '06:00' }
const shortNight: ShiftHours = { start: '22:00', end: '06:00' }

const run = (kind: PatternDay, days: number): PatternDay[] => Array<PatternDay>(days).fill(kind)

/**
 * The patterns people know by name, in the order they are offered. `days` is one turn of the pattern, begun at the day that `question`
 * asks for; `hours` are the usual hours of each kind of shift in it, wall time ('HH:MM'; an end that is not after the start is on the next
 * day).
 * - `twoTwoThree` (Pitman): 14 days, two on, two off, three on, two off, two on, three off.
 * - `continental`: 28 days, eight-hour shifts that move on every two or three days, always 2-2-3 (HSE, Managing shift work, HSG256).
 * - `own`: mine is different; no days yet, the person builds them.
 */
export const shiftPatterns = [
  { code: 'fourOnFourOffDays', question: 'daysStart', hours: { day }, days: [...run('day', 4), ...run(null, 4)] },
  { code: 'fourOnFourOffNights', question: 'nightsStart', hours: { night }, days: [...run('night', 4), ...run(null, 4)] },
  {
    code: 'twoDaysTwoNightsFourOff',
    question: 'daysStart',
    hours: { day, night },
    days: [...run('day', 2), ...run('night', 2), ...run(null, 4)],
  },
  {
    code: 'twoTwoThree',
    question: 'threeDaysStart',
    hours: { day },
    days: [...run('day', 3), ...run(null, 2), ...run('day', 2), ...run(null, 3), ...run('day', 2), ...run(null, 2)],
  },
  { code: 'sixOnThreeOff', question: 'daysStart', hours: { day: shortDay }, days: [...run('day', 6), ...run(null, 3)] },
  {
    code: 'continental',
    question: 'threeNightsStart',
    hours: { early, late, night: shortNight },
    days: [
      ...run('night', 3),
      ...run(null, 2),
      ...run('early', 2),
      ...run('late', 3),
      ...run('night', 2),
      ...run(null, 2),
      ...run('early', 3),
      ...run('late', 2),
      ...run('night', 2),
      ...run(null, 3),
      ...run('early', 2),
      ...run('late', 2),
    ],
  },
  { code: 'own', question: 'firstDay', hours: {}, days: [] },
] as const satisfies readonly { code: string; question: ShiftQuestion; hours: PatternHours; days: readonly PatternDay[] }[]

/** Hours for the kinds of shift that a pattern has. */
export type PatternHours = { readonly [Kind in ShiftKind]?: ShiftHours }
export type ShiftPatternCode = (typeof shiftPatterns)[number]['code']
type ShiftPattern = {
  readonly code: ShiftPatternCode
  readonly question: ShiftQuestion
  readonly hours: PatternHours
  readonly days: readonly PatternDay[]
}

/** The pattern of a code. */
export function shiftPattern(code: ShiftPatternCode): ShiftPattern {
  return shiftPatterns.find((pattern) => pattern.code === code)!
}

/**
 * One turn of the pattern as a shift cycle takes it, day 0 first: hours, or null for a day off. `hours` replaces the usual hours of a kind
 * of shift. Empty for `own`.
 */
export function cycleOf(code: ShiftPatternCode, hours: PatternHours = {}): (ShiftHours | null)[] {
  const { days, hours: usual } = shiftPattern(code)
  return days.map((kind) => (kind === null ? null : (hours[kind] ?? usual[kind] ?? null)))
}
