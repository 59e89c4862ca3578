import { Link } from 'react-router'
import { Spinner } from '@kinplan/ui/spinner'
import { StatusWord } from '@kinplan/ui/status-word'
import { troubleWords } from '../connection/refusal.copy'
import { dayInWords, wallInWords } from '../frame/when'
import { awayWrittenWords as words } from './calendar.copy'
import type { AwayWritten, Held } from './use-held-while-away'

/** What was written down of somebody away, and what it runs into. */
export function AwayWrittenWords({ written: { name, from, until, gone, held, trouble } }: { written: AwayWritten }) {
  return (
    <div className="card card-soft">
      <p>
        <StatusWord kind="done">
          <bdi>{words.written(name, dayInWords(from), dayInWords(until))}</bdi>
        </StatusWord>
      </p>
      {gone && <p>{words.gone}</p>}
      {trouble !== null && <p>{words.notLooked(name)}</p>}
      {!gone && trouble === null && held === null && <Spinner>{troubleWords.loading}</Spinner>}
      {held?.length === 0 && <p>{words.heldForNone(name)}</p>}
      {held !== null && held.length > 0 && <HeldFor name={name} held={held} />}
    </div>
  )
}

function HeldFor({ name, held }: { name: string | null; held: readonly Held[] }) {
  return (
    <>
      <p>
        <StatusWord kind="needs-you">
          <bdi>{words.heldFor(name, held.length)}</bdi>
        </StatusWord>
      </p>
      <ul>
        {held.map(({ startWall, endWall, meetingId }) => (
          <li key={startWall}>
            {meetingId === null ? (
              wallInWords(startWall, endWall)
            ) : (
              <Link to={`/meetings/${meetingId}/times`}>{wallInWords(startWall, endWall)}</Link>
            )}
          </li>
        ))}
      </ul>
      <p>
        <bdi>{words.whoSees(name)}</bdi>
      </p>
    </>
  )
}
