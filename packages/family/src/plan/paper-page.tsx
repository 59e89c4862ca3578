import { mostWords } from '@kinplan/domain/parse-words'
import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { TextArea } from '@kinplan/ui/text-area'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { askAgain, useAsked } from '../connection/asked'
import { useChange } from '../connection/change'
import { TroubleNotice, wordsForField } from '../connection/trouble-notice'
import {
  ConfirmPaperPlanDocument,
  DoubtPaperPlanDocument,
  MyPaperPlanDocument,
  TakeBackPaperDoubtDocument,
  type MyPaperPlanQuery,
} from '../generated/graphql'
import { useMeeting } from '../meeting/meeting-of'
import { NotFoundPage } from '../meeting/not-found-page'
import { go } from '../page/address'
import { namesInWords } from '../page/current-user'
import { useKeptWords } from '../page/kept-words'
import { PageFrame } from '../page/page-frame'
import { saidDay } from '../page/said-dates'
import { paperMarkWords, paperWords as words } from './paper.copy'
import { PlanSheet } from './plan-sheet'

type Paper = NonNullable<NonNullable<MyPaperPlanQuery['myMeeting']>['paperPlan']>

/** What was typed in of the plan that the family wrote on paper, whole, and whether it is what they wrote. */
export function PaperPage({ id }: { id: string }) {
  const { user, meeting } = useMeeting(id)
  const { data, trouble } = useAsked(MyPaperPlanDocument, { id })
  if (!meeting) return <NotFoundPage />
  const paper = data?.myMeeting?.paperPlan
  const { name } = meeting.coordinator
  const linkOf = user.signIns.find(({ here }) => here)?.linkOf ?? null
  return (
    <PageFrame title={words.title} back={`/meeting/${id}`} user={user}>
      <TroubleNotice of={{ trouble, again: askAgain }} reading />
      {data === undefined && !trouble && <Spinner>{words.loading}</Spinner>}
      {data !== undefined && !paper && <p>{words.nothing}</p>}
      {paper && (
        <>
          <p>
            <bdi>
              {words.typedIn(
                paper.typedBy,
                saidDay(paper.typedAt, user.today),
                paper.readBackTo.length === 0 ? paperMarkWords.yourFamily : namesInWords(paper.readBackTo),
              )}
            </bdi>
          </p>
          <p>
            <bdi>{words.notYet(name)}</bdi>
          </p>
          <PlanSheet steps={paper.steps} wantYouToKnow={paper.wantYouToKnow} things={meeting.bottomLines} />
          {!paper.mayAnswer ? (
            <p>{words.onlyFamily}</p>
          ) : paper.doubted ? (
            <Told paper={paper} name={name} />
          ) : (
            <Answer key={paper.id} {...{ paper, name, linkOf }} />
          )}
        </>
      )}
    </PageFrame>
  )
}

function Answer({ paper, name, linkOf }: { paper: Paper; name: string; linkOf: string | null }) {
  const saying = useChange(ConfirmPaperPlanDocument)
  const [saysNo, setSaysNo] = useState(false)

  async function yes() {
    const done = await saying.run({ id: paper.id })
    const plan = done?.myMeeting.plans[0]
    askAgain()
    if (plan) go(`/plan/${plan.id}`)
  }

  if (saysNo) return <WhatIsWrong paper={paper} name={name} onBack={() => setSaysNo(false)} />
  return (
    <>
      <TroubleNotice of={saying} />
      {paper.stopped ? (
        <Notice>
          <p>
            <bdi>{words.stopped(name)}</bdi>
          </p>
        </Notice>
      ) : (
        linkOf !== null && (
          <p>
            <bdi>{words.byLink(linkOf)}</bdi>
          </p>
        )
      )}
      <div className="actions">
        {!paper.stopped && (
          <Button disabled={saying.busy} onClick={() => void yes()}>
            {words.yes}
          </Button>
        )}
        <Button look="quiet" onClick={() => setSaysNo(true)}>
          {words.no}
        </Button>
      </div>
    </>
  )
}

function WhatIsWrong({ paper: { id }, name, onBack }: { paper: Paper; name: string; onBack: () => void }) {
  const telling = useChange(DoubtPaperPlanDocument)
  const [wrong, setWrong, forgetWrong] = useKeptWords(`paper ${id}`)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  async function send(event: FormEvent) {
    event.preventDefault()
    if (!(await telling.run({ input: { paperPlanId: id, words: wrong } }))) return
    forgetWrong()
    askAgain()
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <TroubleNotice of={telling} fields={['words']} />
      <TextArea
        ref={field}
        label={words.wrong}
        hint={words.wrongHint(name)}
        error={wordsForField(telling.trouble, 'words')}
        value={wrong}
        budget={mostWords}
        rows={4}
        onChange={(event) => setWrong(event.target.value)}
      />
      <div className="actions">
        <Button type="submit" disabled={telling.busy}>
          {words.send(name)}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  )
}

function Told({ paper: { id }, name }: { paper: Paper; name: string }) {
  const takingBack = useChange(TakeBackPaperDoubtDocument)
  async function takeBack() {
    if (await takingBack.run({ id })) askAgain()
  }
  return (
    <>
      <p role="status">
        <bdi>{words.told(name)}</bdi>
      </p>
      <TroubleNotice of={takingBack} />
      <div className="actions">
        <Button look="quiet" disabled={takingBack.busy} onClick={() => void takeBack()}>
          {words.takeBack}
        </Button>
      </div>
    </>
  )
}
