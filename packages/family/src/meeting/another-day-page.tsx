import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { TextArea } from '@kinplan/ui/text-area'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { mostWords } from '@kinplan/domain/parse-words'
import { useChange } from '../connection/change'
import { TroubleNoticeInFocus, wordsForField } from '../connection/trouble-notice'
import { AskAnotherDayDocument } from '../generated/graphql'
import { go } from '../page/address'
import type { Meeting } from '../page/current-user'
import { useKeptWords } from '../page/kept-words'
import { PageFrame } from '../page/page-frame'
import { saidWall } from '../page/said-dates'
import { PageLink } from '../page/page-link'
import { useMeeting } from './meeting-of'
import { anotherDayWords } from './meeting.copy'
import { NotFoundPage } from './not-found-page'

/** The date that was set does not work for somebody. */
export function AnotherDayPage({ id }: { id: string }) {
  const { user, meeting } = useMeeting(id)
  if (!meeting) return <NotFoundPage />
  return (
    <PageFrame title={anotherDayWords.title} back={`/meeting/${id}`} user={user}>
      <AskAnotherDay meeting={meeting} today={user.today} />
      <p>
        {anotherDayWords.timesLead} <PageLink to="/times">{anotherDayWords.toTimes}</PageLink>
      </p>
      <p className="quiet">{anotherDayWords.whoSees(meeting.coordinator.name)}</p>
    </PageFrame>
  )
}

function AskAnotherDay({ meeting, today }: { meeting: Meeting; today: string }) {
  const asking = useChange(AskAnotherDayDocument)
  const [words, setWords, forgetWords] = useKeptWords(`another day ${meeting.id}`)
  const [needsNoWords, setNeedsNoWords] = useState(false)
  const [isSent, setIsSent] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const { anotherDayAsked, startWall } = meeting
  const { name } = meeting.coordinator
  const isEmpty = words.trim() === ''
  useEffect(() => {
    // Not before the meeting's page can say it too.
    if (isSent && anotherDayAsked) go(`/meeting/${meeting.id}`)
  }, [isSent, anotherDayAsked, meeting.id])

  if (anotherDayAsked || isSent) {
    return (
      <>
        <p className="lede" role="status">
          {anotherDayWords.askedOf(name)}{' '}
          {startWall === null ? anotherDayWords.willRing(name) : anotherDayWords.next(name, saidWall(startWall, today))}
        </p>
        <p>{anotherDayWords.sayMore(name)}</p>
      </>
    )
  }
  if (!may(meeting, 'anotherDay:ask')) return <p className="lede">{anotherDayWords.notNow(name)}</p>

  async function send(event: FormEvent) {
    event.preventDefault()
    if (isEmpty && !needsNoWords) {
      setNeedsNoWords(true)
      box.current?.focus()
      return
    }
    if (!(await asking.run({ input: { meetingId: meeting.id, words } }))) return
    forgetWords()
    setIsSent(true)
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <p className="lede">{anotherDayWords.what(name)}</p>
      <TroubleNoticeInFocus of={asking} fields={['words']} />
      <TextArea
        ref={box}
        label={anotherDayWords.label}
        hint={
          <>
            {anotherDayWords.hint} {needsNoWords && isEmpty && <strong>{anotherDayWords.wordsHelp(name)}</strong>}
          </>
        }
        error={wordsForField(asking.trouble, 'words')}
        value={words}
        budget={mostWords}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="actions">
        <Button type="submit" disabled={asking.busy}>
          {needsNoWords && isEmpty ? anotherDayWords.sendWithout : anotherDayWords.send}
        </Button>
      </div>
    </form>
  )
}
