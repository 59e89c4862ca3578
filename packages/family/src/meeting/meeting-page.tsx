import { may } from '@kinplan/domain/access/may'
import { Card } from '@kinplan/ui/card'
import { PageFrame } from '../page/page-frame'
import { LinkList, type LinkRow } from '../page/link-list'
import { isUnanswered, meetingTitle, useMeeting } from './meeting-of'
import { anotherDayWords, changedDayWords, endingWords, meetingWords } from './meeting.copy'
import { MineStatus } from './mine-status'
import { NotFoundPage } from './not-found-page'
import { TimeOffLine } from './time-off-line'
import { WhenAndWhere } from './when-and-where'

/** One meeting: when, my answer, and the ways on. */
export function MeetingPage({ id }: { id: string }) {
  const { user, meeting } = useMeeting(id)
  if (!meeting) return <NotFoundPage />
  const { stage, mine, plans, ending, nextStep } = meeting
  const at = `/meeting/${id}`
  const latest = plans[0]
  const rows: (LinkRow | false | undefined)[] = [
    stage === 'privateTime' && { to: `${at}/private`, label: meetingWords.privateTime, more: meetingWords.privateTimeMore },
    { to: `${at}/why`, label: meetingWords.whyWeMeet, more: meetingWords.whyMore },
    { to: `${at}/who`, label: meetingWords.whoComes, more: meetingWords.whoMore },
    may(meeting, 'meeting:reply') && {
      to: `${at}/reply`,
      label: meeting.answeredBefore
        ? changedDayWords.question(mine.state)
        : isUnanswered(meeting)
          ? meetingWords.canYouCome
          : meetingWords.changeAnswer,
    },
    meeting.anotherDayAsked
      ? { to: `${at}/another-day`, label: anotherDayWords.row, more: anotherDayWords.rowAsked(meeting.coordinator.name) }
      : may(meeting, 'anotherDay:ask') && { to: `${at}/another-day`, label: anotherDayWords.row, more: anotherDayWords.rowMore },
    stage !== 'preparing' && { to: `${at}/day`, label: meetingWords.theDay, more: meetingWords.theDayMore },
    meeting.paperPlan !== null && { to: `${at}/paper`, label: meetingWords.paper, more: meetingWords.paperMore },
    latest && { to: `/plan/${latest.id}`, label: meetingWords.plan, more: meetingWords.planMore },
  ]
  return (
    <PageFrame title={<bdi>{meetingTitle(meeting)}</bdi>} back="/" user={user}>
      <Card>
        <h2>{meetingWords.whenWhere}</h2>
        <WhenAndWhere meeting={meeting} today={user.today} />
        <p>
          <MineStatus meeting={meeting} />
        </p>
        {mine.state !== 'notComing' && <TimeOffLine meeting={meeting} today={user.today} />}
      </Card>
      {ending && (
        <Card tone="soft">
          <p>{endingWords[ending]}</p>
          {nextStep && (
            <p>
              <strong>{meetingWords.nextStep}:</strong> <bdi>{nextStep}</bdi>
            </p>
          )}
        </Card>
      )}
      <LinkList rows={rows.filter((row) => row !== false && row !== undefined)} />
    </PageFrame>
  )
}
