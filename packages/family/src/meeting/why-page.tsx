import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { TextArea } from '@kinplan/ui/text-area'
import type { FormEvent } from 'react'
import { whyKinds } from '@kinplan/domain/meeting/participation'
import { mostWords } from '@kinplan/domain/parse-words'
import { useChange } from '../connection/change'
import { TroubleNotice, wordsForField } from '../connection/trouble-notice'
import { AskQuestionDocument } from '../generated/graphql'
import { useKeptWords } from '../page/kept-words'
import { PageFrame } from '../page/page-frame'
import { useSaid } from '../page/said-status'
import type { Meeting } from '../page/current-user'
import { useMeeting } from './meeting-of'
import { whyPageWords, whyWords } from './meeting.copy'
import { NotFoundPage } from './not-found-page'

/** Why we meet, what the plan must make sure of, and the family's own questions. */
export function WhyPage({ id }: { id: string }) {
  const { user, meeting } = useMeeting(id)
  if (!meeting) return <NotFoundPage />
  const { why, bottomLines, coordinator } = meeting
  return (
    <PageFrame title={whyPageWords.title} back={`/meeting/${id}`} user={user}>
      {why.length === 0 && bottomLines.length === 0 && <p className="lede">{whyPageWords.nothing(coordinator.name)}</p>}
      {whyKinds.map((kind) => {
        const entries = why.filter((entry) => entry.kind === kind)
        if (entries.length === 0) return null
        return (
          <section key={kind}>
            <h2>{whyWords[kind]}</h2>
            <ul>
              {entries.map((entry) => (
                <li key={entry.id}>
                  <bdi className="own-lines">{entry.text}</bdi>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <section>
        <h2>{whyPageWords.mustMakeSure}</h2>
        {bottomLines.length === 0 ? (
          <p>{whyPageWords.notGivenYet}</p>
        ) : (
          <>
            <ol>
              {bottomLines.map((line) => (
                <li key={line.id}>
                  <bdi className="own-lines">{line.text}</bdi>
                </li>
              ))}
            </ol>
            <p className="quiet">{whyPageWords.mustMakeSureMore(coordinator.name)}</p>
          </>
        )}
      </section>
      {may(meeting, 'why:ask') && <AskQuestion meeting={meeting} />}
    </PageFrame>
  )
}

function AskQuestion({ meeting }: { meeting: Meeting }) {
  const asking = useChange(AskQuestionDocument)
  const [text, setText, forgetText] = useKeptWords(`question ${meeting.id}`)
  const said = useSaid()

  async function send(event: FormEvent) {
    event.preventDefault()
    if (!(await asking.run({ meetingId: meeting.id, text }))) return
    forgetText()
    said.say(whyPageWords.sent)
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <h2>{whyPageWords.ask}</h2>
      <TroubleNotice of={asking} fields={['text']} />
      <TextArea
        label={whyPageWords.askLabel}
        hint={whyPageWords.askHint}
        error={wordsForField(asking.trouble, 'text')}
        value={text}
        budget={mostWords}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="actions">
        <Button type="submit" disabled={asking.busy}>
          {whyPageWords.send}
        </Button>
      </div>
      {said.shown}
    </form>
  )
}
