import { Card } from '@kinplan/ui/card'
import { Notice } from '@kinplan/ui/notice'
import { SteppingStones } from '@kinplan/ui/stepping-stones'
import { stages } from '@kinplan/domain/meeting/stages'
import { namesInWords } from '../page/current-user'
import { PageFrame } from '../page/page-frame'
import { PageLink } from '../page/page-link'
import { useMeeting } from './meeting-of'
import { dayWords, stageMore, stageWords } from './meeting.copy'
import { NotFoundPage } from './not-found-page'
import { WhenAndWhere } from './when-and-where'

/** Where the meeting is, live, and who can read what is written now. */
export function DayPage({ id }: { id: string }) {
  const { user, meeting } = useMeeting(id)
  if (!meeting) return <NotFoundPage />
  const { stage, readers, coordinator, plans, paperPlan } = meeting
  const inPrivate = stage === 'privateTime'
  const mine = readers.indexOf(user.person.name)
  const names = namesInWords(inPrivate ? readers : readers.filter((_name, at) => at !== mine))
  const latest = plans[0]
  return (
    <PageFrame title={dayWords.title} back={`/meeting/${id}`} user={user}>
      <SteppingStones
        label={dayWords.stages}
        stones={stages.map((one) => ({ id: one, label: stageWords[one], ...(one === 'privateTime' ? { tone: 'plum' as const } : {}) }))}
        current={stage}
      />
      <p className="lede" role="status">
        {stageMore[stage]}
      </p>
      <Notice tone={inPrivate ? 'plum' : 'plain'} heading={dayWords.who} live="polite">
        <p>
          <bdi>{whoReads(inPrivate, names)}</bdi>
        </p>
      </Notice>
      <div className="actions">
        {inPrivate && (
          <PageLink className="button" to={`/meeting/${id}/private`}>
            {dayWords.toPrivate}
          </PageLink>
        )}
        {paperPlan && (
          <PageLink className="button" to={`/meeting/${id}/paper`}>
            {dayWords.toPaper}
          </PageLink>
        )}
        {stage === 'agreeing' && latest && (
          <PageLink className="button" to={`/plan/${latest.id}/agree`}>
            {dayWords.toAgree}
          </PageLink>
        )}
        {latest && (
          <PageLink className="button button-quiet" to={`/plan/${latest.id}`}>
            {dayWords.toPlan}
          </PageLink>
        )}
      </div>
      {stage === 'agreeing' && <p>{dayWords.morePrivate(coordinator.name)}</p>}
      {(stage === 'booked' || stage === 'welcome') && (
        <Card>
          <WhenAndWhere meeting={meeting} today={user.today} />
        </Card>
      )}
      {stage !== 'ended' && <p className="quiet">{dayWords.moves(coordinator.name)}</p>}
    </PageFrame>
  )
}

function whoReads(inPrivate: boolean, names: string): string {
  if (names === '') return inPrivate ? dayWords.privateNoNames : dayWords.readersOnlyYou
  return inPrivate ? dayWords.privateReaders(names) : dayWords.readers(names)
}
