import { useState } from 'react'
import { skipToken, useQuery, useSubscription } from '@apollo/client/react'
import { may } from '@kinplan/domain/access/may'
import { isUndecided } from '@kinplan/domain/plan/paper-plan'
import { Button } from '@kinplan/ui/button'
import { Card } from '@kinplan/ui/card'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Notice } from '@kinplan/ui/notice'
import { StatusWord } from '@kinplan/ui/status-word'
import { ChangedDocument, PaperPlansDocument, TakeBackPaperPlanDocument } from '../generated/graphql'
import { useKeptTyped } from '../frame/kept-typed'
import { NameList } from '../frame/name-list'
import { RefusalNotice } from '../frame/refusal-notice'
import { instantInWords } from '../frame/when'
import { Read } from '../connection/read'
import { useChange } from '../connection/use-change'
import { useWhoIAm } from '../connection/who-i-am'
import type { MeetingOf } from '../meeting/meeting-of'
import { PaperForm } from './paper-form'
import { typedFrom, writtenSteps, type Paper, type TypedPaper } from './paper-typed'
import { paperStateWords, paperWords as words } from './paper.copy'
import { PlanWords } from './plan-steps'
import { ReadBack } from './read-back'
import { SaidYes } from './said-yes'

/** Plans from paper of one meeting, for its coordinator: what waits for a yes, what was typed in before, and a way to type one in. */
export function PaperPlans({ meeting }: { meeting: MeetingOf }) {
  const reads = may(meeting, 'paperPlan:read') && (meeting.stage === 'agreeing' || meeting.stage === 'ended')
  const reading = useQuery(PaperPlansDocument, reads ? { variables: { id: meeting.id } } : skipToken)
  useSubscription(ChangedDocument, {
    variables: { meetingId: meeting.id },
    skip: !reads,
    ignoreResults: true,
    onData: () => void reading.refetch(),
  })
  if (!reads) return null
  return <Read reading={reading}>{({ meeting: found }) => <Papers meeting={meeting} papers={found?.paperPlans ?? []} />}</Read>
}

function Papers({ meeting, papers }: { meeting: MeetingOf; papers: readonly Paper[] }) {
  const { worker } = useWhoIAm()
  const [typed, setTyped] = useKeptTyped<TypedPaper>(worker.id, `paper ${meeting.id}`)
  const [readsBack, setReadsBack] = useState(false)
  const [said, setSaid] = useState('')
  const lines = meeting.bottomLines.filter(({ givenToFamilyOn }) => givenToFamilyOn !== null)
  const lineIds = lines.map(({ id }) => id)
  const undecided = papers.filter(({ state }) => isUndecided(state))
  const earlier = papers.filter(({ state }) => !isUndecided(state) && state !== 'confirmed')
  const standingId = undecided.find(({ id }) => id === typed?.replacesId)?.id ?? undecided[0]?.id ?? null
  const begin = (before: Paper | null) => {
    setSaid('')
    setTyped(typedFrom(lineIds, before, before !== null && isUndecided(before.state) ? before : null))
  }
  function readBack() {
    if (typed === null) return
    const written = writtenSteps(lineIds, typed).length > 0 || typed.wantYouToKnow.trim() !== ''
    setSaid(written ? '' : words.nothingTyped)
    setReadsBack(written)
  }
  function close(words: string) {
    setTyped(null)
    setReadsBack(false)
    setSaid(words)
  }
  return (
    <section className="no-print">
      {(papers.length > 0 || typed !== null) && <h2>{words.heading}</h2>}
      {undecided.map((paper) => (
        <WaitingPaper key={paper.id} meeting={meeting} paper={paper} onAgain={typed === null ? () => begin(paper) : null} />
      ))}
      {typed !== null && readsBack && (
        <ReadBack {...{ meeting, lines, typed, standingId }} onChange={() => setReadsBack(false)} onSent={() => close(words.sent)} />
      )}
      {typed !== null && !readsBack && (
        <PaperForm {...{ lines, typed }} onType={setTyped} onReadBack={readBack} onThrowAway={() => close(words.thrown)} />
      )}
      <p role="status">{undecided.some(({ state }) => state === 'stopped') ? null : said}</p>
      {typed === null && undecided.length === 0 && may(meeting, 'paperPlan:type') && (
        <div className="actions">
          <Button look="quiet" onClick={() => begin(earlier.find(({ state }) => state === 'takenBack') ?? null)}>
            {words.type}
          </Button>
          <span className="quiet">{words.typeWhy}</span>
        </div>
      )}
      {earlier.length > 0 && (
        <Disclosure label={words.earlier}>
          {earlier.map((paper) => (
            <Card key={paper.id}>
              <h3>{words.typing(paper.typing, instantInWords(paper.typedAt, meeting.zone))}</h3>
              <p>{paperStateWords[paper.state]}</p>
              <PlanWords meeting={meeting} plan={paper} />
            </Card>
          ))}
        </Disclosure>
      )}
    </section>
  )
}

function WaitingPaper({ meeting, paper, onAgain }: { meeting: MeetingOf; paper: Paper; onAgain: (() => void) | null }) {
  const takingBack = useChange(TakeBackPaperPlanDocument)
  return (
    <Card tone="sand">
      <p>
        <StatusWord kind={paper.state === 'stopped' ? 'needs-you' : 'waiting'}>{paperStateWords[paper.state]}</StatusWord>
      </p>
      <p>
        <bdi>{words.typedIn(paper.typedBy, instantInWords(paper.typedAt, meeting.zone))}</bdi> {words.readBackTo}{' '}
        <NameList names={paper.readBackTo} />.
      </p>
      {paper.doubts.length > 0 ? (
        <Notice tone="coral" heading={words.stopped} headingLevel={3}>
          {paper.doubts.map(({ name, words: wrong, saidAt }) => (
            <div key={name + saidAt}>
              <p>
                <bdi>{words.stoppedBy(name, instantInWords(saidAt, meeting.zone))}</bdi>
              </p>
              <p className={wrong === '' ? 'quiet' : 'as-written'} dir="auto">
                {wrong || words.noWords}
              </p>
            </div>
          ))}
          <p>{words.stoppedMore}</p>
        </Notice>
      ) : (
        <p>{words.waits}</p>
      )}
      <PlanWords meeting={meeting} plan={paper} />
      <RefusalNotice change={takingBack} />
      {may(meeting, 'paperPlan:type') && (
        <div className="actions">
          {onAgain && (
            <Button look="quiet" onClick={onAgain}>
              {words.again}
            </Button>
          )}
          <Button look="quiet" disabled={takingBack.busy} onClick={() => void takingBack.run({ id: paper.id })}>
            {words.takeBack}
          </Button>
        </div>
      )}
      {paper.state === 'waiting' && may(meeting, 'paperPlan:confirmFor') && <SaidYes meeting={meeting} paperPlanId={paper.id} />}
    </Card>
  )
}
