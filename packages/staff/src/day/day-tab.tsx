import { Link } from 'react-router'
import { may } from '@kinplan/domain/access/may'
import { Card } from '@kinplan/ui/card'
import { Notice } from '@kinplan/ui/notice'
import { NameList } from '../frame/name-list'
import type { MeetingOf, MeetingTabProps } from '../meeting/meeting-of'
import { Attendance } from './attendance'
import { dayWords as words, stageHelp } from './day.copy'
import { EndMeeting } from './end-meeting'
import { MoveStage } from './move-stage'
import { PrivateTime } from './private-time'
import { WithoutPlan } from './without-plan'

/** The day itself: the stage and the next one, who can read what, who is here, how it ends. In private family time it says only that. */
export function DayTab({ meeting }: MeetingTabProps) {
  if (meeting.stage === 'privateTime') return <PrivateTime meeting={meeting} />
  const at = (tab: string) => `/meetings/${meeting.id}/${tab}`
  return (
    <>
      <WithoutPlan meeting={meeting} />
      <Card tone="soft">
        <h2>{words.nowHeading}</h2>
        <p>{stageHelp[meeting.stage]}</p>
        <MoveStage meeting={meeting} />
        <p className="cluster">
          {meeting.stage === 'preparing' && <Link to={at('times')}>{words.goTimes}</Link>}
          {meeting.plans.length > 0 && <Link to={at('plan')}>{words.goPlan}</Link>}
          {meeting.stage === 'ended' ? <Link to={at('promises')}>{words.goActions}</Link> : <Link to={at('pack')}>{words.goPack}</Link>}
        </p>
      </Card>
      <Readers meeting={meeting} />
      {meeting.stage !== 'preparing' && <Attendance meeting={meeting} />}
      {may(meeting, 'meeting:end') && <EndMeeting meeting={meeting} />}
    </>
  )
}

function Readers({ meeting: { readers } }: { meeting: MeetingOf }) {
  if (readers.length === 0) return null
  return (
    <Notice heading={words.readersHeading} live="polite">
      <p>
        {words.readers} <NameList names={readers} />.
      </p>
    </Notice>
  )
}
