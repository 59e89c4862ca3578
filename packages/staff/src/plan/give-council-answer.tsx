import { useState, type FormEvent } from 'react'
import { councilAnswers, type CouncilAnswerKind } from '@kinplan/domain/plan/answers'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { TextArea } from '@kinplan/ui/text-area'
import { TextField } from '@kinplan/ui/text-field'
import { AnswerForCouncilDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { refusalWords } from '../connection/refusal.copy'
import { useChange } from '../connection/use-change'
import { councilWords, planWords as words } from './plan.copy'
import type { PlanOf } from './use-plan'

const empty = { reason: '', wouldMakeYes: '', decider: '', decideBy: '' }

/** The council's answer to the plan (`stepId` null) or to one request. A no or a not yet is spoken before it is saved. */
export function GiveCouncilAnswer({ plan, stepId }: { plan: PlanOf; stepId: string | null }) {
  const answering = useChange(AnswerForCouncilDocument, ['answer', 'reason', 'wouldMakeYes', 'decider', 'decideBy'])
  const [answer, setAnswer] = useState<CouncilAnswerKind | null>(null)
  const [typed, setTyped] = useState(empty)
  const [aloud, setAloud] = useState(false)
  const [unready, setUnready] = useState(false)
  const mustBeSaid = answer === 'no' || answer === 'notYet'
  const notReady = answer === null || (mustBeSaid && !aloud)
  const text = (name: keyof typeof empty) => ({
    ...answering.field(name),
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })

  async function send() {
    setUnready(notReady)
    if (answer === null || notReady) return
    const { reason, wouldMakeYes, decider, decideBy } = typed
    await answering.run({
      input: {
        planId: plan.id,
        stepId,
        answer,
        reason,
        wouldMakeYes: answer === 'notYet' ? wouldMakeYes : '',
        decider: answer === 'decidedBy' ? decider : '',
        decideBy: answer === 'decidedBy' ? decideBy : '',
      },
    })
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void send()
  }

  return (
    <form onSubmit={submit} noValidate>
      <RefusalNotice change={answering} onAgain={() => void send()} />
      <ChoiceList
        {...answering.field('answer')}
        {...(unready && answer === null && { error: refusalWords.choiceUnknown })}
        name={`answer-${stepId ?? 'whole'}`}
        kind="one"
        inRow
        label={words.councilAnswer}
        choices={councilAnswers.map((one) => ({ value: one, label: councilWords[one] }))}
        chosen={answer === null ? [] : [answer]}
        onChoose={([value]) => setAnswer(councilAnswers.find((one) => one === value) ?? null)}
      />
      {answer === 'decidedBy' && (
        <div className="short-fields">
          <TextField {...text('decider')} label={words.decider} />
          <TextField type="date" {...text('decideBy')} label={words.decideBy} />
        </div>
      )}
      {answer !== null && <TextArea {...text('reason')} label={words.councilReason} rows={2} />}
      {answer === 'notYet' && <TextArea {...text('wouldMakeYes')} label={words.wouldMakeYes} rows={2} />}
      {mustBeSaid && (
        <ChoiceList
          name={`aloud-${stepId ?? 'whole'}`}
          kind="many"
          label={words.aloudFirst}
          {...(unready && !aloud && { error: words.aloudFirst })}
          choices={[{ value: 'aloud', label: words.aloud }]}
          chosen={aloud ? ['aloud'] : []}
          onChoose={(values) => setAloud(values.length > 0)}
        />
      )}
      <div className="actions">
        <Button type="submit" look="quiet" disabled={answering.busy}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
