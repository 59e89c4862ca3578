import { useState } from 'react'
import { Button } from '@kinplan/ui/button'
import { Dialog } from '@kinplan/ui/dialog'
import { TextField } from '@kinplan/ui/text-field'
import { BookTimeDocument } from '../generated/graphql'
import type { MeetingOf } from '../meeting/meeting-page'
import { RefusalNotice } from '../refusal-notice'
import { useChange } from '../use-change'
import { wallInWords } from '../when'
import { ProposalWords } from './proposal-words'
import { timesWords as words } from './times.copy'
import type { Proposal } from './use-ranked-times'

/** A time to book: one that was proposed, or none yet, to be typed by hand. */
export interface Picked {
  proposal: Proposal | null
  minutes: string
}

const fields = ['date', 'start', 'minutes', 'place'] as const

/** Asks once more before a time is booked. By hand or from the list, the same is sent and the same is checked. */
export function BookDialog({ meeting, picked, onClose }: { meeting: MeetingOf; picked: Picked; onClose: () => void }) {
  const { proposal } = picked
  const [typed, setTyped] = useState({
    date: proposal?.startWall.slice(0, 10) ?? '',
    start: proposal?.startWall.slice(11, 16) ?? '',
    minutes: picked.minutes,
    place: meeting.place ?? '',
  })
  const booking = useChange(BookTimeDocument, fields)
  const text = (name: (typeof fields)[number]) => ({
    ...booking.field(name),
    label: words[name],
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  async function book() {
    const done = await booking.run({ input: { meetingId: meeting.id, version: meeting.version, ...typed } })
    if (done) onClose()
  }
  return (
    <Dialog
      open
      heading={proposal === null ? words.handHeading : words.confirmHeading}
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
      {proposal === null ? (
        <>
          <p>{words.handWhy}</p>
          <div className="short-fields">
            <TextField type="date" {...text('date')} />
            <TextField type="time" {...text('start')} />
          </div>
          <TextField inputMode="numeric" {...text('minutes')} />
        </>
      ) : (
        <ProposalWords proposal={{ ...proposal, better: null }} last={false} />
      )}
      <TextField {...text('place')} hint={words.placeHint} />
      <p>
        {meeting.startWall === null ? words.confirmNew : words.confirmAgain}
        {meeting.startWall !== null && ` (${wallInWords(meeting.startWall)})`}
      </p>
    </Dialog>
  )
}
