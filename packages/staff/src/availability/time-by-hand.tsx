import { useEffect, useRef, type FormEvent } from 'react'
import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { TextField } from '@kinplan/ui/text-field'
import type { MeetingOf } from '../meeting/meeting-page'
import { RefusalNotice } from '../refusal-notice'
import { SelectField } from '../select-field'
import { wallInWords } from '../when'
import type { AskedTimes } from './asked-times'
import type { PlaceToAsk } from './places-field'
import { ProposalWords } from './proposal-words'
import { handWords as words, timesWords } from './times.copy'
import type { Proposal } from './use-ranked-times'
import type { HandTime, Seen, TimeLookedAt } from './use-time-by-hand'

export interface TimeByHandProps {
  meeting: MeetingOf
  ask: AskedTimes
  places: readonly PlaceToAsk[]
  time: HandTime
  onTime: (time: HandTime) => void
  looking: TimeLookedAt
  onPick: (proposal: Proposal) => void
  /** Books without an account of it. */
  onBook: (time: HandTime) => void
}

/** Any time: the same account of who, how and where as of a proposal, before it is booked; or plain words where there is none. */
export function TimeByHand({ meeting, ask, places, time, onTime, looking, onPick, onBook }: TimeByHandProps) {
  const answer = useRef<HTMLDivElement>(null)
  const { seen } = looking
  useEffect(() => {
    if (seen !== null) answer.current?.focus()
  }, [seen])
  function send(event: FormEvent) {
    event.preventDefault()
    void looking.look(ask, time)
  }
  const text = (name: 'date' | 'start') => ({ ...looking.field(name), label: words[name], value: time[name], onChange: (event: { target: { value: string } }) => onTime({ ...time, [name]: event.target.value }) })
  return (
    <form noValidate onSubmit={send}>
      <p>{words.why}</p>
      <RefusalNotice change={looking} />
      <div className="short-fields">
        <TextField type="date" {...text('date')} />
        <TextField type="time" {...text('start')} />
        {places.length > 0 && (
          <SelectField
            {...looking.field('placeId')}
            label={words.place}
            none={words.anywhere}
            value={time.placeId}
            onChange={({ target }) => onTime({ ...time, placeId: target.value })}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </div>
      <div className="actions">
        <Button type="submit" look="quiet" disabled={looking.busy}>
          {words.look}
        </Button>
      </div>
      {looking.busy && <Spinner>{words.looking}</Spinner>}
      <div ref={answer} tabIndex={-1}>
        {seen !== null && <HandAnswer seen={seen} meeting={meeting} onPick={onPick} onBook={onBook} />}
      </div>
    </form>
  )
}

function HandAnswer({ seen: { time, proposal }, meeting, onPick, onBook }: { seen: Seen } & Pick<TimeByHandProps, 'meeting' | 'onPick' | 'onBook'>) {
  if (proposal === null) {
    return (
      <Notice heading={words.at(wallInWords(`${time.date}T${time.start}`))} headingLevel={3}>
        <p>{words.none}</p>
        <p>{words.stillBookWhy}</p>
        <Button look="quiet" onClick={() => onBook(time)}>
          {words.stillBook}
        </Button>
      </Notice>
    )
  }
  return (
    <Notice>
      <div className="said">
        <ProposalWords proposal={proposal} participants={meeting.participants} />
        <Button look="quiet" aria-label={timesWords.pickLabel(wallInWords(proposal.startWall))} onClick={() => onPick(proposal)}>
          {timesWords.pick}
        </Button>
      </div>
    </Notice>
  )
}
