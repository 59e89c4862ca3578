import { useEffect, useEffectEvent, useRef, useState, type FormEvent } from 'react'
import { useQuery } from '@apollo/client/react'
import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Spinner } from '@kinplan/ui/spinner'
import { PlacesToAskDocument } from '../generated/graphql'
import { Read } from '../connection/read'
import { refusalOf } from '../connection/refusal-of'
import { RefusalNotice, type Troubled } from '../frame/refusal-notice'
import { clockOf } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { askRefusals, askWords as words } from './ask.copy'
import { AskForm } from './ask-form'
import { AskSummary } from './ask-summary'
import { askedBefore, type AskedTimes } from './asked-times'
import { BookDialog, type Picked } from './book-dialog'
import { FoundTimesView } from './found-times'
import { NeedsTable } from './needs-table'
import type { PlaceToAsk } from './places-field'
import { TimeByHand } from './time-by-hand'
import { handWords, timesWords } from './times.copy'
import { useFindTime } from './use-find-time'
import type { Proposal } from './use-ranked-times'
import { useTimeByHand, type HandTime } from './use-time-by-hand'

interface FindTimeProps {
  meeting: MeetingOf
  onBooked: () => void
}

/**
 * Looking for a time: what is asked and who is needed, what comes back, and a time chosen by hand. Where it was asked before, it looks at
 * once.
 */
export function FindTime({ meeting, onBooked }: FindTimeProps) {
  const reading = useQuery(PlacesToAskDocument)
  return <Read reading={reading}>{({ places }) => <FindTimeAt meeting={meeting} onBooked={onBooked} places={places ?? []} />}</Read>
}

function FindTimeAt({ meeting, onBooked, places }: FindTimeProps & { places: readonly PlaceToAsk[] }) {
  const finding = useFindTime(meeting, places)
  const { ask, found } = finding
  // What is typed now is not what the times on the page were found for.
  const asked = found?.ask ?? askedBefore(meeting)
  const troubled: Troubled = { ...finding.troubled, says: (code, field) => refusalOf(code, field, askRefusals) }
  const refusedCode = troubled.trouble?.kind === 'refused' ? troubled.trouble.code : null
  const said = <Field extends { error: string | undefined }>(field: Field, name: string) =>
    field.error === undefined || refusedCode === null ? field : { ...field, error: refusalOf(refusedCode, name, askRefusals) }
  const [asking, setAsking] = useState(meeting.timeAsk === null)
  const [picked, setPicked] = useState<Picked | null>(null)
  const looking = useTimeByHand(meeting.id)
  const [handOpen, setHandOpen] = useState(false)
  const [hand, setHand] = useState<HandTime>({ date: '', start: '', placeId: ask.placeIds[0] ?? '' })
  const answer = useRef<HTMLParagraphElement>(null)
  const lookAtOnce = useEffectEvent(() => {
    if (meeting.timeAsk !== null) void finding.lookAgain()
  })
  useEffect(() => lookAtOnce(), [])
  async function send(event: FormEvent) {
    event.preventDefault()
    if (finding.busy || !(await finding.look())) return
    setAsking(false)
    answer.current?.focus()
    answer.current?.scrollIntoView?.({ block: 'start' })
  }
  function lookAtHour(date: string, start: string) {
    const time = { ...hand, date, start }
    setHand(time)
    setHandOpen(true)
    void looking.look(asked ?? ask, time)
  }
  const pick = (proposal: Proposal, { minutes }: AskedTimes) =>
    setPicked({
      proposal,
      minutes,
      time: { date: proposal.startWall.slice(0, 10), start: clockOf(proposal.startWall), placeId: proposal.placeId ?? '' },
    })
  return (
    <>
      <p className="quiet wide">{words.why}</p>
      {asked !== null && (
        <>
          <AskSummary ask={asked} places={places} />
          <Button look="quiet" disabled={finding.busy} onClick={() => void finding.lookAgain()}>
            {words.again}
          </Button>
        </>
      )}
      <Disclosure
        label={meeting.timeAsk === null ? words.open : words.change}
        open={asking}
        onToggle={({ currentTarget }) => setAsking(currentTarget.open)}
      >
        <form className="ask-form" onSubmit={(event) => void send(event)} noValidate>
          <RefusalNotice change={troubled} heading={words.notLooked} />
          {finding.askMeanwhile !== null && (
            <>
              <p>{words.askedNow}</p>
              <AskSummary ask={finding.askMeanwhile} places={places} />
            </>
          )}
          <AskForm ask={ask} onChange={finding.setAsk} places={places} field={(name) => said(finding.askField(name), name)} />
          <h3>{words.whoHeading}</h3>
          <p className="quiet wide">{words.whoWhy}</p>
          <NeedsTable
            participants={meeting.participants.filter(({ state }) => state !== 'notPart')}
            places={ask.placeIds.flatMap((placeId) => places.find(({ id }) => id === placeId) ?? [])}
            typed={finding.typed}
            onType={finding.onType}
            field={(participantId, name) => said(finding.needField(participantId, name), name)}
          />
          <div className="actions">
            <Button type="submit" disabled={finding.busy}>
              {words.ask}
            </Button>
            <span className="quiet">{words.saved}</span>
          </div>
        </form>
      </Disclosure>
      {!asking && finding.troubled.trouble !== null && (
        <RefusalNotice change={troubled} heading={words.notLooked} onAgain={() => void finding.lookAgain()} />
      )}
      <p ref={answer} tabIndex={-1} role="status">
        {found !== null && found.proposals.length > 0 && timesWords.found(found.proposals.length)}
      </p>
      {finding.busy && <Spinner>{words.asking}</Spinner>}
      {found !== null && (
        <FoundTimesView
          found={found}
          meeting={meeting}
          places={places}
          onPick={(proposal) => pick(proposal, found.ask)}
          onHour={lookAtHour}
        />
      )}
      {may(meeting, 'time:book') && (
        <Disclosure label={handWords.open} open={handOpen} onToggle={({ currentTarget }) => setHandOpen(currentTarget.open)}>
          <TimeByHand
            meeting={meeting}
            ask={asked ?? ask}
            places={places}
            time={hand}
            onTime={setHand}
            looking={looking}
            onPick={(seen) =>
              seen.proposal === null
                ? setPicked({ proposal: null, time: seen.time, minutes: seen.ask.minutes })
                : pick(seen.proposal, seen.ask)
            }
          />
        </Disclosure>
      )}
      {picked && <BookDialog meeting={meeting} places={places} picked={picked} onBooked={onBooked} onClose={() => setPicked(null)} />}
    </>
  )
}
