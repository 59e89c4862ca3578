import type { UnreadableLine } from '@kinplan/domain/availability/typed-roster'
import { useId } from 'react'
import { saidDay, saidWeekday } from '../page/said-dates'
import type { ReadDay } from './dated-shifts'
import { saidHours } from './ordinary-week'
import { faultWords, listWords } from './shifts.copy'

/** Each line that could not be read, and why. */
export function Reasons({ unreadable, today }: { unreadable: readonly UnreadableLine[]; today: string }) {
  const id = useId()
  if (unreadable.length === 0) return null
  return (
    <>
      <h2 id={id} className="visually-hidden">
        {listWords.reasons}
      </h2>
      <ul aria-labelledby={id}>
        {unreadable.map(({ line, text, why }) => (
          <li key={line}>
            <strong>
              <bdi>{text}</bdi>:
            </strong>{' '}
            {why.code === 'otherWeekday' ? faultWords.otherWeekday(...saidWeekday(why.date, today)) : faultWords[why.code]}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What could be read. */
export function ReadDays({ days, today }: { days: readonly ReadDay[]; today: string }) {
  return (
    <ul>
      {days.map(({ date, shift }) => (
        <li key={`${date} ${shift?.start}`}>
          {shift ? `${saidDay(date, today)}, ${saidHours(shift)}` : listWords.dayOff(saidDay(date, today))}
        </li>
      ))}
    </ul>
  )
}
