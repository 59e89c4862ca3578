import { StatusWord } from '@kinplan/ui/status-word'
import type { Meeting } from '../page/current-user'
import { saidDay } from '../page/said-dates'
import { timeOffLineWords } from './meeting.copy'

/** Until when somebody can ask their employer, where they would need time off work for this meeting. */
export function TimeOffLine({ meeting: { timeOffBy, coordinator, stage }, today }: { meeting: Meeting; today: string }) {
  if (timeOffBy === null || stage !== 'booked') return null
  const day = saidDay(timeOffBy, today)
  return (
    <p>
      {timeOffBy < today ? (
        <StatusWord kind="plain">{timeOffLineWords.wasBy(day, coordinator.name)}</StatusWord>
      ) : (
        <StatusWord kind="needs-you">{timeOffLineWords.askBy(day)}</StatusWord>
      )}
    </p>
  )
}
