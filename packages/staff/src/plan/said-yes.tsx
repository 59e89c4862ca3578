import { useState, type FormEvent } from 'react'
import { givenTo } from '@kinplan/domain/plan/answers'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { Disclosure } from '@kinplan/ui/disclosure'
import { ConfirmPaperPlanForDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { SelectField } from '../frame/select-field'
import { refusalWords } from '../connection/refusal.copy'
import { useChange } from '../connection/use-change'
import type { MeetingOf } from '../meeting/meeting-of'
import { paperWords as words } from './paper.copy'
import { givenWords } from './plan.copy'
import { familyOf } from './read-back'

const byWorker = givenTo.filter((way) => way !== 'ownScreen')

/** Writes down the yes that somebody of the family gave on paper or told the coordinator. */
export function SaidYes({ meeting, paperPlanId }: { meeting: MeetingOf; paperPlanId: string }) {
  const saying = useChange(ConfirmPaperPlanForDocument, ['participantId', 'givenTo'], {
    participantId: { choiceUnknown: words.notTogether },
  })
  const [participantId, setParticipantId] = useState('')
  const [given, setGiven] = useState<(typeof byWorker)[number]>('coordinator')
  const [missing, setMissing] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(participantId === '')
    if (participantId !== '') void saying.run({ input: { paperPlanId, participantId, givenTo: given } })
  }

  return (
    <Disclosure label={words.yesHeading}>
      <p>{words.yesWhy}</p>
      <form onSubmit={submit} noValidate>
        <RefusalNotice change={saying} />
        <SelectField
          {...saying.field('participantId')}
          {...(missing && participantId === '' && { error: refusalWords.choiceUnknown })}
          label={words.whose}
          none={words.choosePerson}
          options={familyOf(meeting.participants).map(({ id, name }) => ({ value: id, label: name }))}
          value={participantId}
          onChange={(event) => setParticipantId(event.target.value)}
        />
        <ChoiceList
          {...saying.field('givenTo')}
          name="yesGivenTo"
          kind="one"
          inRow
          label={words.how}
          choices={byWorker.map((one) => ({ value: one, label: givenWords[one] }))}
          chosen={[given]}
          onChoose={([value]) => setGiven(byWorker.find((one) => one === value) ?? 'coordinator')}
        />
        <div className="actions">
          <Button type="submit" look="quiet" disabled={saying.busy}>
            {words.saveYes}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
