import { useQuery } from '@apollo/client/react'
import { Link, useSearchParams } from 'react-router'
import { readDate } from '@kinplan/domain/clock/wall-time'
import { WeekDocument } from '../generated/graphql'
import { PageFrame } from '../frame/page-frame'
import { Read } from '../connection/read'
import { dayInWords } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import { mondayOf, weeksLater } from './taken-on-day'
import { WeekTable } from './week-table'
import { weekWords as words } from './week.copy'

/** A week, Monday to Sunday: my meetings, the rooms that are taken, the workers who are. */
export function WeekPage() {
  const { today } = useWhoIAm()
  const [search] = useSearchParams()
  const monday = mondayOf(readDate(search.get('from') ?? '') ?? today)
  const reading = useQuery(WeekDocument, { variables: { from: monday } })
  return (
    <PageFrame
      title={words.title(dayInWords(monday))}
      beside={
        <div className="cluster no-print">
          <Link to="/calendar">{words.myCalendar}</Link>
          <Link to="/places">{words.places}</Link>
        </div>
      }
    >
      <nav className="no-print" aria-label={words.weeks}>
        <ul className="week-ways">
          <li>
            <Link className="button button-quiet" to={{ search: `?from=${weeksLater(monday, -1)}` }}>
              {words.before}
            </Link>
          </li>
          <li>
            <Link className="button button-quiet" to={{ search: '' }} aria-current={mondayOf(today) === monday ? 'date' : undefined}>
              {words.now}
            </Link>
          </li>
          <li>
            <Link className="button button-quiet" to={{ search: `?from=${weeksLater(monday, 1)}` }}>
              {words.after}
            </Link>
          </li>
        </ul>
      </nav>
      <Read reading={reading}>{({ week }) => (week ? <WeekTable week={week} today={today} /> : <p>{words.notYours}</p>)}</Read>
    </PageFrame>
  )
}
