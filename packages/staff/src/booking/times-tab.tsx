import { useState } from 'react'
import { may } from '@kinplan/domain/access/may'
import { Card } from '@kinplan/ui/card'
import { Disclosure } from '@kinplan/ui/disclosure'
import { useLanding } from '../frame/focus-kept'
import type { MeetingTabProps } from '../meeting/meeting-of'
import { Arrivals } from './arrivals'
import { askWords } from './ask.copy'
import { bookedWords } from './booked.copy'
import { BookedTime } from './booked-time'
import { FindTime } from './find-time'
import { Invitations } from './invitations'
import { hasMoved, ThingsMoved } from './things-moved'
import { timesWords as words } from './times.copy'

/** When the meeting is: finding a time and booking it, then what has moved, who is invited and when each arrives. */
export function TimesTab({ meeting }: MeetingTabProps) {
  const mayFind = may(meeting, 'time:rank')
  const { landing, land } = useLanding<HTMLDivElement>()
  const [again, setAgain] = useState(false)
  if (meeting.startWall === null) {
    return mayFind ? (
      <section>
        <h2>{askWords.heading}</h2>
        <FindTime meeting={meeting} onBooked={land} />
      </section>
    ) : (
      <Card tone="sand">
        <h2>{words.noTime}</h2>
        <p>{words.notYours}</p>
      </Card>
    )
  }
  const moved = hasMoved(meeting)
  return (
    <>
      <ThingsMoved meeting={meeting} />
      <div ref={landing}>
        <BookedTime meeting={meeting} />
      </div>
      {mayFind && moved && (
        <section>
          <h2>{meeting.timeAsk === null ? bookedWords.again : bookedWords.nextBest}</h2>
          <p>{meeting.timeAsk === null ? bookedWords.againWhy : bookedWords.nextBestWhy}</p>
          <FindTime meeting={meeting} onBooked={land} />
        </section>
      )}
      {may(meeting, 'meeting:invite') && <Invitations meeting={meeting} />}
      <Arrivals meeting={meeting} />
      {mayFind && !moved && (
        <Disclosure label={bookedWords.again} onToggle={({ currentTarget }) => setAgain(currentTarget.open)}>
          <p>{bookedWords.againWhy}</p>
          {again && <FindTime meeting={meeting} onBooked={land} />}
        </Disclosure>
      )}
    </>
  )
}
