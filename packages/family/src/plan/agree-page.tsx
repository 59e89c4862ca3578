import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { Spinner } from '@kinplan/ui/spinner'
import { StatusWord } from '@kinplan/ui/status-word'
import { TextArea } from '@kinplan/ui/text-area'
import { ownAnswers } from '@kinplan/domain/plan/answers'
import { mostWords } from '@kinplan/domain/parse-words'
import { useState, type FormEvent } from 'react'
import { askAgain } from '../connection/asked'
import { useChange } from '../connection/change'
import { TroubleNotice, wordsForField } from '../connection/trouble-notice'
import { AgreePlanDocument } from '../generated/graphql'
import { NotFoundPage } from '../meeting/not-found-page'
import { go } from '../page/address'
import { useKeptWords } from '../page/kept-words'
import { PageFrame } from '../page/page-frame'
import { PageLink } from '../page/page-link'
import { agreeWords, myAnswerWords, planWords } from './plan.copy'
import { usePlan, type SharedPlan } from './plan-page'

/** The answer to the plan, given unseen. */
export function AgreePage({ id }: { id: string }) {
  const { user, trouble, plan, meeting, loading } = usePlan(id)
  if (!loading && (!plan || !meeting)) return <NotFoundPage />
  return (
    <PageFrame title={agreeWords.title} back={`/plan/${id}`} user={user}>
      <TroubleNotice of={{ trouble, again: askAgain }} reading />
      {loading && !trouble && <Spinner>{planWords.loading}</Spinner>}
      {plan?.myAnswer && (
        <p>
          {agreeWords.yours}:{' '}
          <StatusWord kind={plan.myAnswer.answer === 'yes' ? 'done' : 'waiting'}>{myAnswerWords[plan.myAnswer.answer]}</StatusWord>
        </p>
      )}
      {plan &&
        meeting &&
        (may(plan, 'plan:agree') ? (
          <AgreeForm plan={plan} coordinator={meeting.coordinator.name} linkOf={user.signIns.find(({ here }) => here)?.linkOf ?? null} />
        ) : (
          <p>{meeting.stage === 'agreeing' ? <bdi>{agreeWords.leftOut(meeting.coordinator.name)}</bdi> : agreeWords.notNow}</p>
        ))}
    </PageFrame>
  )
}

function AgreeForm({ plan: { id, myAnswer }, coordinator, linkOf }: { plan: SharedPlan; coordinator: string; linkOf: string | null }) {
  const change = useChange(AgreePlanDocument)
  const [answer, setAnswer] = useState(ownAnswers.find((one) => one === myAnswer?.answer))
  const [reason, setReason, forgetReason] = useKeptWords(`agree ${id}`, myAnswer?.reason ?? '')
  const [missing, setMissing] = useState(false)

  async function send(event: FormEvent) {
    event.preventDefault()
    setMissing(answer === undefined)
    if (answer === undefined || !(await change.run({ input: { planId: id, answer, reason } }))) return
    forgetReason()
    go(`/plan/${id}`)
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <p>
        {agreeWords.unseen(coordinator)} <PageLink to={`/plan/${id}`}>{agreeWords.toPlan}</PageLink>
      </p>
      {linkOf !== null && (
        <p>
          <bdi>{agreeWords.byLink(linkOf)}</bdi>
        </p>
      )}
      <TroubleNotice of={change} fields={['answer', 'reason']} />
      <ChoiceList
        name="answer"
        kind="one"
        label={<span className="visually-hidden">{agreeWords.title}</span>}
        error={missing ? agreeWords.choose : wordsForField(change.trouble, 'answer')}
        choices={ownAnswers.map((value) => ({ value, label: agreeWords[value] }))}
        chosen={answer ? [answer] : []}
        onChoose={([value]) => setAnswer(ownAnswers.find((one) => one === value))}
      />
      <TextArea
        label={answer === 'notYet' ? agreeWords.reasonNotYet : agreeWords.reason}
        error={wordsForField(change.trouble, 'reason')}
        value={reason}
        budget={mostWords}
        rows={3}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="actions">
        <Button type="submit" disabled={change.busy}>
          {agreeWords.send}
        </Button>
      </div>
    </form>
  )
}
