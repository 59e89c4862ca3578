import { parseDay } from '../clock/parse-time'
import { Refusal } from '../refusal'

/** Who keeps a promise: somebody of the family, or the council through one named worker. */
export type Owner = { personId: string; workerId: null } | { personId: null; workerId: string }

/** The one owner named; refuses choiceUnknown when there is none, or two. A promise of everybody is nobody's. */
export function parseOwner(personId: string | null | undefined, workerId: string | null | undefined): Owner {
  if (personId && !workerId) return { personId, workerId: null }
  if (workerId && !personId) return { personId: null, workerId }
  throw new Refusal('choiceUnknown', 'ownerPersonId')
}

/**
 * The day by which a promise is kept, 'YYYY-MM-DD', not before the day it was made on: `meetingDay`, an ISO date.
 * Refuses dateImpossible, dateGone.
 */
export function parseDueDay(text: string, meetingDay: string): string {
  const day = parseDay(text, 'dueOn')
  if (day < meetingDay) throw new Refusal('dateGone', 'dueOn')
  return day
}
