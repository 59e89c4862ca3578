import { useState, type FormEvent } from 'react'
import { agreementAnswers, givenTo, type AgreementAnswer, type GivenTo } from '@kinplan/domain/plan/answers'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { Disclosure } from '@kinplan/ui/disclosure'
import { TextArea } from '@kinplan/ui/text-area'
import { AgreePlanForDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { refusalWords } from '../connection/refusal.copy'
import { SelectField } from '../frame/select-field'
import { useChange } from '../connection/use-change'
import type { MeetingOf } from '../meeting/meeting-of'
import { answerWords, givenWords, planWords as words } from './plan.copy'
import type { PlanOf } from './use-plan'

const byWorker = givenTo.filter((way) => way !== 'ownScreen')

/** Writes down an answer that came on a slip or was told to the coordinator alone. */
export function EnterAnswer({ meeting, plan }: { meeting: MeetingOf; plan: PlanOf }) {
  const entering = useChange(AgreePlanForDocument, ['participantId', 'answer', 'givenTo', 'reason'])
  const [participantId, setParticipantId] = useState('')
  const [answer, setAnswer] = useState<AgreementAnswer | null>(null)
  const [given, setGiven] = useState<GivenTo>('slip')
  const [reason, setReason] = useState('')
  const [incomplete, setIncomplete] = useState(false)
  const people = meeting.participants.filter(({ person, state }) => person !== null && state !== 'notPart')

  async function send() {
    setIncomplete(participantId === '' || answer === null)
    if (participantId === '' || answer === null) return
    const done = await entering.run({ input: { planId: plan.id, participantId, answer, givenTo: given, reason } })
    if (!done) return
    setParticipantId('')
    setAnswer(null)
    setReason('')
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void send()
  }

  return (
    <Disclosure label={words.enterHeading}>
      <p>{words.enterWhy}</p>
      <form onSubmit={submit} noValidate>
        <RefusalNotice change={entering} onAgain={() => void send()} />
        <SelectField
          {...entering.field('participantId')}
          {...(incomplete && participantId === '' && { error: refusalWords.choiceUnknown })}
          label={words.participant}
          none={words.choosePerson}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={participantId}
          onChange={(event) => setParticipantId(event.target.value)}
        />
        <ChoiceList
          {...entering.field('answer')}
          {...(incomplete && answer === null && { error: refusalWords.choiceUnknown })}
          name="answer"
          kind="one"
          inRow
          label={words.answer}
          choices={agreementAnswers.map((one) => ({ value: one, label: answerWords[one] }))}
          chosen={answer === null ? [] : [answer]}
          onChoose={([value]) => setAnswer(agreementAnswers.find((one) => one === value) ?? null)}
        />
        <ChoiceList
          {...entering.field('givenTo')}
          name="givenTo"
          kind="one"
          inRow
          label={words.givenTo}
          choices={byWorker.map((one) => ({ value: one, label: givenWords[one] }))}
          chosen={[given]}
          onChoose={([value]) => setGiven(byWorker.find((one) => one === value) ?? 'slip')}
        />
        <TextArea
          {...entering.field('reason')}
          label={words.enterReason}
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="actions">
          <Button type="submit" look="quiet" disabled={entering.busy}>
            {words.enter}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
