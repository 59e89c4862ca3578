import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { Notice } from '@kinplan/ui/notice'
import { StatusWord } from '@kinplan/ui/status-word'
import { ConfirmRoomsDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import { dayInWords, instantInWords, wallInWords, zoneInWords } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { bookedWords as words } from './booked.copy'

/** When and where it is booked, and how each room stands: held here, or confirmed with the hub. */
export function BookedTime({ meeting }: { meeting: MeetingOf }) {
  return (
    <Card tone="soft">
      <h2>{words.heading}</h2>
      <p className="lede">
        <strong>{wallInWords(meeting.startWall ?? '', meeting.endWall)}</strong>, {zoneInWords(meeting.zone)}
        <br />
        <bdi>{meeting.place}</bdi>
      </p>
      {meeting.roomHolds.length > 0 && <RoomsHeld meeting={meeting} />}
      {meeting.timeOff !== null && meeting.timeOff.length > 0 && (
        <>
          <h3>{words.timeOff}</h3>
          <ul>
            {meeting.timeOff.map(({ participantId, name, askBy }) => (
              <li key={participantId}>
                <bdi>{words.askBy(name, dayInWords(askBy))}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function RoomsHeld({ meeting }: { meeting: MeetingOf }) {
  const confirming = useChange(ConfirmRoomsDocument)
  const confirm = () => void confirming.run({ meetingId: meeting.id, version: meeting.version })
  const waiting = meeting.roomHolds.some(({ confirmedAt }) => confirmedAt === null)
  return (
    <>
      <h3>{words.holds}</h3>
      <ul className="bare-list entries">
        {meeting.roomHolds.map(({ id, roomName, use, confirmedAt, confirmedBy }) => (
          <li key={id} className="participant-stands">
            <bdi>{words.roomAs(roomName, use)}</bdi>
            {confirmedAt === null ? (
              <StatusWord kind="waiting">{words.held}</StatusWord>
            ) : (
              <StatusWord kind="done">
                <bdi>{words.confirmed(instantInWords(confirmedAt, meeting.zone), confirmedBy ?? '')}</bdi>
              </StatusWord>
            )}
          </li>
        ))}
      </ul>
      {meeting.roomHolds.map(
        ({ id, roomName, capacity, seatsTaken }) =>
          seatsTaken !== null &&
          seatsTaken > capacity && (
            <Notice key={id} tone="coral">
              <bdi>{words.tooMany(roomName, seatsTaken, capacity)}</bdi>
            </Notice>
          ),
      )}
      <RefusalNotice change={confirming} onAgain={confirm} />
      {waiting && (
        <>
          <p className="quiet">{words.heldWhy}</p>
          {may(meeting, 'time:confirm') && (
            <Button look="quiet" disabled={confirming.busy} onClick={confirm}>
              {words.confirm}
            </Button>
          )}
        </>
      )}
    </>
  )
}
