import { parseTime } from '../clock/parse-time'
import { Refusal } from '../refusal'

/** When children are at school on a school day: wall times 'HH:MM', with the time it takes to come out. */
export interface SchoolHours {
  readonly schoolStart: string
  readonly schoolEnd: string
}

/** School hours as typed; refuses timeImpossible at the one that is none, and endBeforeStart at 'schoolEnd'. */
export function parseSchoolHours(typed: SchoolHours): SchoolHours {
  const hours = { schoolStart: parseTime(typed.schoolStart, 'schoolStart'), schoolEnd: parseTime(typed.schoolEnd, 'schoolEnd') }
  if (hours.schoolEnd <= hours.schoolStart) throw new Refusal('endBeforeStart', 'schoolEnd')
  return hours
}
