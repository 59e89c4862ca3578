import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { AttendDocument } from '../generated/graphql'
import { waySaid } from '../booking/times.copy'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import type { MeetingOf } from '../meeting/meeting-of'
import { dayWords as words } from './day.copy'

/** Who is here, marked as they come. */
export function Attendance({ meeting }: { meeting: MeetingOf }) {
  const marking = useChange(AttendDocument)
  const mayMark = may(meeting, 'meeting:attend')
  const expected = meeting.participants.filter(({ state }) => state !== 'notPart')
  return (
    <section>
      <h2>{words.attendance}</h2>
      <p className="quiet">{words.attendanceWhy}</p>
      <RefusalNotice change={marking} onAgain={() => void marking.again()} />
      {expected.length === 0 && <p>{words.noOne}</p>}
      <ul className="way-list attendance">
        {expected.map(({ id, name, how, arriveAt, attended, worker }) => (
          <li key={id}>
            <span>
              <strong>
                <bdi>{name}</bdi>
              </strong>{' '}
              <span className="quiet">
                {[worker && words.worker, how && waySaid[how], arriveAt && words.arrives(arriveAt)].filter(Boolean).join(', ')}
              </span>
            </span>
            {mayMark ? (
              <span className="cluster" role="group" aria-label={name}>
                <Button
                  look="quiet"
                  aria-pressed={attended === true}
                  aria-label={words.hereLabel(name)}
                  disabled={marking.busy}
                  onClick={() => void marking.run({ participantId: id, attended: true })}
                >
                  {words.here}
                </Button>
                <Button
                  look="quiet"
                  aria-pressed={attended === false}
                  aria-label={words.notHereLabel(name)}
                  disabled={marking.busy}
                  onClick={() => void marking.run({ participantId: id, attended: false })}
                >
                  {words.notHere}
                </Button>
              </span>
            ) : (
              <span>{attended === null ? '' : attended ? words.here : words.notHere}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
