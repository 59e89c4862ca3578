import { useEffect, useRef, type FormEvent } from 'react'
import { useQuery } from '@apollo/client/react'
import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { StatusWord } from '@kinplan/ui/status-word'
import { TextField } from '@kinplan/ui/text-field'
import { PlacesDocument } from '../generated/graphql'
import { Read } from '../connection/read'
import { RefusalNotice } from '../frame/refusal-notice'
import { SelectField } from '../frame/select-field'
import { wallInWords } from '../frame/when'
import { useWhoIAm } from '../connection/who-i-am'
import type { MeetingOf } from '../meeting/meeting-of'
import type { AskedTimes } from './asked-times'
import { outsideTheAsk } from './outside-the-ask'
import type { PlaceToAsk } from './places-field'
import { ProposalWords } from './proposal-words'
import { handWords as words, timesWords } from './times.copy'
import type { HandTime, Seen, TimeLookedAt } from './use-time-by-hand'

interface TimeByHandProps {
  meeting: MeetingOf
  ask: AskedTimes
  places: readonly PlaceToAsk[]
  time: HandTime
  onTime: (time: HandTime) => void
  looking: TimeLookedAt
  /** Books what was seen, with the account of it where there is one. */
  onPick: (seen: Seen) => void
}

/** Any time: the same account of who, how and where as of a proposal, before it is booked; or plain words where there is none. */
export function TimeByHand({ meeting, ask, places, time, onTime, looking, onPick }: TimeByHandProps) {
  const answer = useRef<HTMLDivElement>(null)
  const { seen } = looking
  useEffect(() => {
    if (seen !== null) answer.current?.focus()
  }, [seen])
  function send(event: FormEvent) {
    event.preventDefault()
    void looking.look(ask, time)
  }
  const text = (name: 'date' | 'start') => ({
    ...looking.field(name),
    label: words[name],
    value: time[name],
    onChange: (event: { target: { value: string } }) => onTime({ ...time, [name]: event.target.value }),
  })
  return (
    <form noValidate onSubmit={send}>
      <p>{words.why}</p>
      <RefusalNotice change={looking} heading={words.notLooked} />
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
      <div ref={answer} tabIndex={-1} role={seen === null ? undefined : 'group'} aria-label={seen === null ? undefined : words.answer}>
        {seen !== null && <HandAnswer seen={seen} meeting={meeting} places={places} onPick={onPick} />}
      </div>
    </form>
  )
}

function HandAnswer({ seen, meeting, places, onPick }: { seen: Seen } & Pick<TimeByHandProps, 'meeting' | 'places' | 'onPick'>) {
  const { time, proposal } = seen
  const outside = <OutsideWords seen={seen} />
  if (proposal === null) {
    return (
      <Notice heading={words.at(wallInWords(`${time.date}T${time.start}`))} headingLevel={3}>
        {outside}
        <p>{words.none}</p>
        <p>{words.stillBookWhy}</p>
        <Button look="quiet" onClick={() => onPick(seen)}>
          {words.stillBook}
        </Button>
      </Notice>
    )
  }
  return (
    <Notice>
      {outside}
      <div className="said">
        <ProposalWords proposal={proposal} participants={meeting.participants} places={places} />
        <Button look="quiet" aria-label={timesWords.pickLabel(wallInWords(proposal.startWall))} onClick={() => onPick(seen)}>
          {timesWords.pick}
        </Button>
      </div>
    </Notice>
  )
}

/** How it is otherwise than was asked; nothing where it is not. */
function OutsideWords({ seen: { ask, time } }: { seen: Seen }) {
  const { today } = useWhoIAm()
  const reading = useQuery(PlacesDocument)
  return (
    <Read reading={reading}>
      {({ schoolTerms, holidaysAndSchool }) => {
        const said =
          schoolTerms === null || holidaysAndSchool === null
            ? []
            : outsideTheAsk(ask, time, today, { terms: schoolTerms, ...holidaysAndSchool })
        return (
          said.length > 0 && (
            <ul className="bare-list">
              {said.map((one) => (
                <li key={one}>
                  <StatusWord kind="needs-you">{one}</StatusWord>
                </li>
              ))}
            </ul>
          )
        )
      }}
    </Read>
  )
}
