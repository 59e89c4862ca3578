import {
  cycleOf,
  shiftPatterns,
  type PatternHours,
  type ShiftKind,
  type ShiftPatternCode,
} from '@kinplan/domain/availability/shift-patterns'
import { isNight, parseShift, typedShift, type ShiftHours } from '@kinplan/domain/availability/typed-shift'

/** A cycle as people say it: a pattern with a name and its hours, or days of their own. */
export type SaidCycle =
  | { code: Exclude<ShiftPatternCode, 'own'>; hours: PatternHours }
  | { code: 'own'; shifts: readonly ShiftHours[]; days: readonly (number | null)[] }

/** A day of a cycle as a rule is sent: 'HH:MM-HH:MM', or '' for a day off. */
function textOfHours(hours: ShiftHours | null): string {
  return hours === null ? '' : typedShift(hours)
}

function hoursOfText(text: string): ShiftHours | null {
  const [start = '', end = ''] = text.split('-')
  return text === '' ? null : { start, end }
}

/** Whether one of its shifts is a night; hours that are not whole yet are none. */
export function worksNights(said: SaidCycle): boolean {
  const shifts = said.code === 'own' ? said.shifts : Object.values(said.hours)
  return shifts.some((hours) => {
    const read = parseShift(textOfHours(hours))
    return typeof read !== 'string' && isNight(read)
  })
}

/** The days of a cycle, as a rule is sent. */
export function cycleText(said: SaidCycle): string[] {
  if (said.code !== 'own') return cycleOf(said.code, said.hours).map(textOfHours)
  return said.days.map((shift) => textOfHours(shift === null ? null : (said.shifts[shift] ?? null)))
}

/** Which pattern a cycle is, with its hours; days of their own where it has no name. The opposite of `cycleText`. */
export function saidCycle(cycle: readonly string[]): SaidCycle {
  for (const { code, days } of shiftPatterns) {
    if (code === 'own' || days.length !== cycle.length) continue
    const hours: Partial<Record<ShiftKind, ShiftHours>> = {}
    days.forEach((kind, day) => {
      const worked = hoursOfText(cycle[day] ?? '')
      if (kind !== null && worked !== null) hours[kind] ??= worked
    })
    // A run of four is a run of four: by day or by night only its hours tell.
    if (Object.entries(hours).some(([kind, worked]) => (kind === 'night') !== isNight(worked))) continue
    if (cycleText({ code, hours }).every((text, day) => text === cycle[day])) return { code, hours }
  }
  const texts = [...new Set(cycle.filter((text) => text !== ''))]
  return {
    code: 'own',
    shifts: texts.flatMap((text) => hoursOfText(text) ?? []),
    days: cycle.map((text) => (text === '' ? null : texts.indexOf(text))),
  }
}
