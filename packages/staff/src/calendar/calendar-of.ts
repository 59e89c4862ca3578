import type { MyCalendarQuery } from '../generated/graphql'

/** My calendar, as its page reads it. */
type CalendarOf = NonNullable<MyCalendarQuery['myCalendar']>

/** What every section of My calendar gets. */
export interface CalendarPartProps {
  calendar: CalendarOf
  refetch: () => void
}
