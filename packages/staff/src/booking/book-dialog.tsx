import { useState } from 'react'
import { Button } from '@kinplan/ui/button'
import { Dialog } from '@kinplan/ui/dialog'
import { TextField } from '@kinplan/ui/text-field'
import { BookTimeDocument } from '../generated/graphql'
import { RoomsField } from '../place/rooms-field'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import { wallInWords } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { startRefusals } from './ask.copy'
import { bookWords as words } from './booked.copy'
import { PlaceUnsure } from './place-unsure'
import type { PlaceToAsk } from './places-field'
import { ProposalWords } from './proposal-words'
import { roomsTooSmall, sittingAsAnswered, sittingAt } from './room-seats'
import { RoomsTooSmall } from './rooms-too-small'
import type { Proposal } from './use-ranked-times'
import type { HandTime } from './use-time-by-hand'

/** A time to book: one of which there is an account, or one that was typed and has none. `minutes` as typed. */
export interface Picked {
  proposal: Proposal | null
  time: HandTime
  minutes: string
}

const fields = ['date', 'start', 'minutes', 'place', 'placeId', 'roomId', 'secondRoomId'] as const

interface BookDialogProps {
  meeting: MeetingOf
  places: readonly PlaceToAsk[]
  picked: Picked
  onBooked: () => void
  onClose: () => void
}

/**
 * Asks once more before a time is booked, and says which rooms will be held. By hand or from the list, the same is sent and the same is
 * checked.
 */
export function BookDialog({ meeting, places, picked, onBooked, onClose }: BookDialogProps) {
  const { proposal, time } = picked
  const place = places.find(({ id }) => id === time.placeId)
  const [typed, setTyped] = useState({
    date: time.date,
    start: time.start,
    minutes: picked.minutes,
    place: place?.name ?? meeting.place ?? '',
    roomId: proposal?.roomId ?? '',
    secondRoomId: proposal?.secondRoomId ?? '',
  })
  const booking = useChange(BookTimeDocument, fields, startRefusals)
  const text = (name: 'date' | 'start' | 'minutes' | 'place') => ({
    ...booking.field(name),
    label: words[name],
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  // Of the rooms it proposes, the account above tells.
  const asProposed = proposal !== null && typed.roomId === (proposal.roomId ?? '') && typed.secondRoomId === (proposal.secondRoomId ?? '')
  async function book(placeIsOther = false) {
    const { roomId, secondRoomId, ...rest } = typed
    const done = await booking.run({
      input: {
        meetingId: meeting.id,
        version: meeting.version,
        ...rest,
        placeId: place?.id ?? null,
        roomId: roomId || null,
        secondRoomId: secondRoomId || null,
        placeIsOther,
      },
    })
    if (done === null) return
    onClose()
    onBooked()
  }
  return (
    <Dialog
      open
      heading={words.confirmHeading}
      onClose={onClose}
      actions={
        <>
          <Button disabled={booking.busy} onClick={() => void book()}>
            {words.confirm}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.back}
          </Button>
        </>
      }
    >
      <RefusalNotice change={booking} onAgain={() => void book()} />
      <PlaceUnsure change={booking} onOther={() => void book(true)} />
      {proposal === null ? (
        <div className="short-fields">
          <TextField type="date" {...text('date')} />
          <TextField type="time" {...text('start')} />
          <TextField inputMode="numeric" size={4} {...text('minutes')} />
        </div>
      ) : (
        <div className="said">
          <ProposalWords proposal={proposal} participants={meeting.participants} places={places} />
        </div>
      )}
      <TextField {...text('place')} hint={words.placeHint} />
      {place === undefined ? (
        <p className="quiet">{words.noRooms}</p>
      ) : (
        <>
          <RoomsField
            rooms={place.rooms}
            chosen={typed}
            onChoose={(name, id) => setTyped({ ...typed, [name]: id })}
            field={booking.field}
          />
          <div role="status">
            {!asProposed && (
              <RoomsTooSmall
                said={roomsTooSmall(
                  { ...typed, rooms: place.rooms },
                  proposal === null ? sittingAsAnswered(meeting.participants) : sittingAt(proposal),
                )}
              />
            )}
          </div>
        </>
      )}
      <p>{meeting.startWall === null ? words.confirmNew : words.confirmAgain(wallInWords(meeting.startWall))}</p>
    </Dialog>
  )
}
