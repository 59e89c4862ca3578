import { useState, type FormEvent } from 'react'
import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { TextField } from '@kinplan/ui/text-field'
import { PlaceUnsure } from './place-unsure'
import type { PlaceToAsk } from './places-field'
import { BookReviewDocument, FamilyReviewsDocument, PlacesToAskDocument, type FamilyReviewsQuery } from '../generated/graphql'
import { RoomsField } from '../place/rooms-field'
import { Read } from '../connection/read'
import { RefusalNotice } from '../frame/refusal-notice'
import { SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import { wallInWords } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { reviewWords as words } from './review.copy'

type Review = NonNullable<FamilyReviewsQuery['family']>['meetings'][number]

/** The reviews that are still to come, and a way to book one. */
export function ReviewSection({ meeting, planId, mayBook }: { meeting: MeetingOf; planId: string; mayBook: boolean }) {
  const reading = useQuery(FamilyReviewsDocument, { variables: { id: meeting.familyId } })
  return (
    <Card className="no-print">
      <h2>{words.heading}</h2>
      <Read reading={reading}>
        {({ family }) => {
          const reviews =
            family?.meetings.filter(({ kind, stage, id }) => kind === 'review' && stage !== 'ended' && id !== meeting.id) ?? []
          return reviews.length > 0 ? (
            <Reviews reviews={reviews} />
          ) : mayBook ? (
            <BookReviewSomewhere meeting={meeting} planId={planId} onBooked={() => void reading.refetch()} />
          ) : (
            <p>{words.none}</p>
          )
        }}
      </Read>
    </Card>
  )
}

function Reviews({ reviews }: { reviews: readonly Review[] }) {
  return (
    <ul className="bare-list">
      {reviews.map(({ id, startWall }) => (
        <li key={id}>
          <Link to={`/meetings/${id}`}>{startWall === null ? words.noDate : words.see(wallInWords(startWall))}</Link>
        </li>
      ))}
    </ul>
  )
}

interface BookReviewProps {
  meeting: MeetingOf
  planId: string
  onBooked: () => void
}

function BookReviewSomewhere(props: BookReviewProps) {
  const reading = useQuery(PlacesToAskDocument)
  return <Read reading={reading}>{({ places }) => <BookReview {...props} places={places ?? []} />}</Read>
}

const fields = ['date', 'start', 'minutes', 'place', 'placeId', 'roomId', 'secondRoomId'] as const

/** Books the review where the meeting was, unless another place is chosen. */
function BookReview({ meeting, planId, onBooked, places }: BookReviewProps & { places: readonly PlaceToAsk[] }) {
  const booking = useChange(BookReviewDocument, fields)
  const [typed, setTyped] = useState({
    date: '',
    start: meeting.startWall?.slice(11, 16) ?? '',
    minutes: '90',
    place: meeting.place ?? '',
    placeId: places.find(({ id }) => id === meeting.placeId)?.id ?? '',
    roomId: '',
    secondRoomId: '',
  })
  const chosen = places.find(({ id }) => id === typed.placeId)
  const text = (name: 'date' | 'start' | 'minutes' | 'place') => ({
    ...booking.field(name),
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  function choosePlace(placeId: string) {
    setTyped({ ...typed, placeId, roomId: '', secondRoomId: '', place: places.find(({ id }) => id === placeId)?.name ?? typed.place })
  }
  async function send(placeIsOther = false) {
    const { placeId, roomId, secondRoomId, ...rest } = typed
    const done = await booking.run({
      input: { planId, ...rest, placeId: placeId || null, roomId: roomId || null, secondRoomId: secondRoomId || null, placeIsOther },
    })
    if (done) onBooked()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void send()
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>
        {words.none} {words.why}
      </p>
      <RefusalNotice change={booking} onAgain={() => void send()} />
      <PlaceUnsure change={booking} onOther={() => void send(true)} />
      <div className="short-fields">
        <TextField {...text('date')} type="date" label={words.date} />
        <TextField {...text('start')} type="time" label={words.start} />
        <TextField {...text('minutes')} inputMode="numeric" label={words.minutes} />
      </div>
      {places.length > 0 && (
        <SelectField
          {...booking.field('placeId')}
          label={words.at}
          none={words.elsewhere}
          value={typed.placeId}
          onChange={({ target }) => choosePlace(target.value)}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField {...text('place')} label={words.place} />
      {chosen && (
        <RoomsField rooms={chosen.rooms} chosen={typed} onChoose={(name, id) => setTyped({ ...typed, [name]: id })} field={booking.field} />
      )}
      <div className="actions">
        <Button type="submit" disabled={booking.busy}>
          {words.book}
        </Button>
      </div>
    </form>
  )
}
