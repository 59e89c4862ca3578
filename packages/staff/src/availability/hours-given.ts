import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import type { MeetingOf } from '../meeting/meeting-page'
import type { HeatPerson } from './heat-of-hours'

type Given = NonNullable<NonNullable<MeetingOf['participants'][number]['person']>['availability']>[number]

function ruleOf({ kind, weekdays, start, end, from, until, zone, how }: Given): AvailabilityRule[] {
  if (kind === 'ordinaryWeek') return start !== null && end !== null ? [{ kind, weekdays, start, end, zone, how }] : []
  return from !== null && until !== null ? [{ kind, from, until, zone }] : []
}

/** Those a time is sought for who have said when they can come, with their hours; nobody where the viewer may not read them. */
export function hoursGiven({ participants }: MeetingOf): HeatPerson[] {
  return participants.flatMap(({ name, state, person }) =>
    person?.saidWhen && person.availability && state !== 'notPart' && state !== 'notComing' ? [{ name, rules: person.availability.flatMap(ruleOf) }] : [],
  )
}
