import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { MyCalendarDocument } from '../generated/graphql'
import { PageFrame } from '../frame/page-frame'
import { Read } from '../connection/read'
import { AwaySection } from './away-section'
import { BusySection } from './busy-section'
import { FeedSection } from './feed-section'
import { calendarWords as words } from './calendar.copy'

/** My own calendar and Kinplan's: when I am busy, when I am held, when I am away. */
export function CalendarPage() {
  const reading = useQuery(MyCalendarDocument)
  const refetch = () => void reading.refetch()
  return (
    <PageFrame title={words.title} above={<Link to="/week">{words.week}</Link>}>
      <p>{words.lede}</p>
      <Read reading={reading}>
        {({ myCalendar }) =>
          myCalendar === null ? (
            <p>{words.notYours}</p>
          ) : (
            <>
              <BusySection calendar={myCalendar} refetch={refetch} />
              <FeedSection calendar={myCalendar} refetch={refetch} />
              <AwaySection calendar={myCalendar} refetch={refetch} />
            </>
          )
        }
      </Read>
    </PageFrame>
  )
}
