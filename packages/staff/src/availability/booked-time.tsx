import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { StatusWord } from '@kinplan/ui/status-word'
import { ConfirmRoomsDocument } from '../generated/graphql'
import type { MeetingOf } from '../meeting/meeting-page'
import { RefusalNotice } from '../refusal-notice'
import { useChange } from '../use-change'
import { instantInWords, wallInWords, zoneInWords } from '../when'
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
      <RefusalNotice change={confirming} onAgain={confirm} />
      {waiting && (
        <>
          <p className="quiet">{words.heldWhy}</p>
          {meeting.viewerCan.includes('time:confirm') && (
            <Button look="quiet" disabled={confirming.busy} onClick={confirm}>
              {words.confirm}
            </Button>
          )}
        </>
      )}
    </>
  )
}
