import { useState, type FormEvent } from 'react'
import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { TextField } from '@kinplan/ui/text-field'
import { BookReviewDocument, FamilyReviewsDocument, type FamilyReviewsQuery } from '../generated/graphql'
import type { MeetingOf } from '../meeting/meeting-page'
import { Read } from '../read'
import { RefusalNotice } from '../refusal-notice'
import { useChange } from '../use-change'
import { wallInWords } from '../when'
import { promisesWords as words } from './promises.copy'

type Review = NonNullable<FamilyReviewsQuery['family']>['meetings'][number]

/** The reviews that are still to come, and a way to book one. */
export function ReviewSection({ meeting, planId, mayBook }: { meeting: MeetingOf; planId: string; mayBook: boolean }) {
  const reading = useQuery(FamilyReviewsDocument, { variables: { id: meeting.familyId } })
  return (
    <Card className="no-print">
      <h2>{words.reviewHeading}</h2>
      <Read reading={reading}>
        {({ family }) => {
          const reviews = family?.meetings.filter(({ kind, stage, id }) => kind === 'review' && stage !== 'ended' && id !== meeting.id) ?? []
          return reviews.length > 0 ? <Reviews reviews={reviews} /> : mayBook ? <BookReview meeting={meeting} planId={planId} onBooked={() => void reading.refetch()} /> : <p>{words.reviewNone}</p>
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
          <Link to={`/meetings/${id}`}>{startWall === null ? words.reviewNoDate : words.reviewSee(wallInWords(startWall))}</Link>
        </li>
      ))}
    </ul>
  )
}

const fields = ['date', 'start', 'minutes', 'place'] as const

function BookReview({ meeting, planId, onBooked }: { meeting: MeetingOf; planId: string; onBooked: () => void }) {
  const booking = useChange(BookReviewDocument, fields)
  const [typed, setTyped] = useState({ date: '', start: meeting.startWall?.slice(11, 16) ?? '', minutes: '90', place: meeting.place ?? '' })
  const text = (name: (typeof fields)[number]) => ({
    ...booking.field(name),
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  async function send() {
    const done = await booking.run({ input: { planId, ...typed } })
    if (done) onBooked()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void send()
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>
        {words.reviewNone} {words.reviewWhy}
      </p>
      <RefusalNotice change={booking} onAgain={() => void send()} />
      <div className="short-fields">
        <TextField {...text('date')} type="date" label={words.reviewDate} />
        <TextField {...text('start')} type="time" label={words.reviewStart} />
        <TextField {...text('minutes')} inputMode="numeric" label={words.reviewMinutes} />
        <TextField {...text('place')} label={words.reviewPlace} />
      </div>
      <div className="actions">
        <Button type="submit" disabled={booking.busy}>
          {words.reviewBook}
        </Button>
      </div>
    </form>
  )
}
