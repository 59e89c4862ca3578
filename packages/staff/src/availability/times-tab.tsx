import { useState } from 'react'
import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Spinner } from '@kinplan/ui/spinner'
import type { MeetingOf, MeetingTabProps } from '../meeting/meeting-page'
import { wallInWords, zoneInWords } from '../when'
import { useWhoIAm } from '../who-i-am'
import { AskForm } from './ask-form'
import { BookDialog, type Picked } from './book-dialog'
import { Arrivals } from './booked-time'
import { FoundTimesView } from './found-times'
import { Invitations } from './invitations'
import { timesWords as words } from './times.copy'
import { useRankedTimes } from './use-ranked-times'

/** When the meeting is: finding a time and booking it, then who is invited and when each arrives. */
export function TimesTab({ meeting }: MeetingTabProps) {
  const mayFind = meeting.viewerCan.includes('time:rank')
  if (meeting.startWall === null) {
    return mayFind ? (
      <section>
        <h2>{words.askHeading}</h2>
        <FindTime meeting={meeting} />
      </section>
    ) : (
      <Card tone="sand">
        <h2>{words.noTime}</h2>
        <p>{words.notYours}</p>
      </Card>
    )
  }
  return (
    <>
      <Card tone="soft">
        <h2>{words.bookedHeading}</h2>
        <p className="lede">
          <strong>{wallInWords(meeting.startWall, meeting.endWall)}</strong>, {zoneInWords(meeting.zone)}
          <br />
          <bdi>{meeting.place}</bdi>
        </p>
      </Card>
      {meeting.viewerCan.includes('meeting:invite') && <Invitations meeting={meeting} />}
      <Arrivals meeting={meeting} />
      {mayFind && (
        <Disclosure label={words.again}>
          <p>{words.againWhy}</p>
          <FindTime meeting={meeting} />
        </Disclosure>
      )}
    </>
  )
}

function FindTime({ meeting }: { meeting: MeetingOf }) {
  const { today } = useWhoIAm()
  const asking = useRankedTimes(meeting.id)
  const [picked, setPicked] = useState<Picked | null>(null)
  return (
    <>
      <p>{words.askWhy}</p>
      <AskForm today={today} asking={asking} onAsk={(ask) => void asking.run(ask)} />
      {asking.busy && <Spinner>{words.asking}</Spinner>}
      {asking.found && <FoundTimesView found={asking.found} meeting={meeting} onPick={(proposal) => setPicked({ proposal, minutes: asking.found?.ask.minutes ?? '' })} />}
      {meeting.viewerCan.includes('time:book') && (
        <div className="actions">
          <Button look="quiet" onClick={() => setPicked({ proposal: null, minutes: String(meeting.minutes ?? 150) })}>
            {words.handHeading}
          </Button>
        </div>
      )}
      {picked && <BookDialog meeting={meeting} picked={picked} onClose={() => setPicked(null)} />}
    </>
  )
}
