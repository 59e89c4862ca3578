import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { Notice } from '@kinplan/ui/notice'
import { AnswerAnotherDayDocument } from '../generated/graphql'
import { NameList } from '../frame/name-list'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import { instantInWords } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { bookedWords as words, levelSaid, movedSaid } from './booked.copy'

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** Whether the day as booked may not hold: then the next best times stand open. */
export function hasMoved({ conflicts, moved, anotherDays }: MeetingOf): boolean {
  return (conflicts?.length ?? 0) > 0 || (moved?.length ?? 0) > 0 || (anotherDays ?? []).some(({ answeredAt }) => answeredAt === null)
}

/**
 * What has changed since the meeting was booked: people kept apart who are booked together, those who are not free any more, and who asked
 * for another day.
 */
export function ThingsMoved({ meeting }: { meeting: MeetingOf }) {
  const conflicts = meeting.conflicts ?? []
  const moved = meeting.moved ?? []
  const anotherDays = meeting.anotherDays ?? []
  const invited = meeting.participants
    .filter(({ invitation, state }) => invitation === 'sent' && state !== 'notPart')
    .map(({ name }) => name)
  return (
    <>
      {conflicts.length > 0 && (
        <Notice tone="coral" heading={words.conflictHeading} live="alert">
          {conflicts.map(({ names, level }) => (
            <p key={`${names.join()} ${level}`}>
              <strong>
                <bdi>{words.conflict(list.format(names), levelSaid[level])}</bdi>
              </strong>
            </p>
          ))}
          <p>{words.conflictDo}</p>
        </Notice>
      )}
      {moved.length > 0 && (
        <Notice tone="coral" heading={words.movedHeading} live="polite">
          <ul>
            {moved.map(({ participantId, name, why }) => (
              <li key={participantId}>
                <bdi>{movedSaid[why](name)}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {anotherDays.length > 0 && (
        <Card>
          <h2>{words.anotherHeading}</h2>
          <ul className="bare-list entries">
            {anotherDays.map((asked) => (
              <li key={asked.id}>
                <AnotherDay asked={asked} zone={meeting.zone} mayAnswer={may(meeting, 'anotherDay:answer')} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {hasMoved(meeting) && (
        <Card tone="sand">
          {invited.length > 0 && (
            <>
              <h2>{words.tellHeading}</h2>
              <p>
                {words.tell}{' '}
                <strong>
                  <NameList names={invited} />
                </strong>
                .
              </p>
            </>
          )}
          <p>{words.kept}</p>
        </Card>
      )}
    </>
  )
}

function AnotherDay({
  asked: { id, name, text, askedAt, answeredAt },
  zone,
  mayAnswer,
}: {
  asked: NonNullable<MeetingOf['anotherDays']>[number]
  zone: string
  mayAnswer: boolean
}) {
  const answering = useChange(AnswerAnotherDayDocument)
  const answer = () => void answering.run({ id })
  return (
    <>
      <p>
        <bdi>{words.askedOn(name, instantInWords(askedAt, zone))}</bdi>
      </p>
      {text !== '' && (
        <blockquote className="as-written">
          <bdi>{text}</bdi>
        </blockquote>
      )}
      <RefusalNotice change={answering} onAgain={answer} />
      {answeredAt !== null && <p className="quiet">{words.answered(instantInWords(answeredAt, zone))}</p>}
      {answeredAt === null && mayAnswer && (
        <Button look="quiet" aria-label={words.answerLabel(name)} disabled={answering.busy} onClick={answer}>
          {words.answer}
        </Button>
      )}
    </>
  )
}
