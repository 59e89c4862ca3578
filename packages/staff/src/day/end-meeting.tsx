import { useState, type FormEvent } from 'react'
import { endings, type Ending } from '@kinplan/domain/meeting/stages'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { Disclosure } from '@kinplan/ui/disclosure'
import { TextArea } from '@kinplan/ui/text-area'
import { EndMeetingDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import type { MeetingOf } from '../meeting/meeting-of'
import { dayWords as words, endingSaid } from './day.copy'

interface EndMeetingProps {
  meeting: MeetingOf
  heading?: string
  /** The endings that are possible now. */
  ways?: readonly Ending[]
}

/** Ends the meeting, from any stage: how, and what happens next. */
export function EndMeeting({ meeting, heading = words.endHeading, ways = endings }: EndMeetingProps) {
  const ending = useChange(EndMeetingDocument, ['ending', 'nextStep'])
  const [chosen, setChosen] = useState<Ending | null>(null)
  const [nextStep, setNextStep] = useState('')
  const [unchosen, setUnchosen] = useState(false)
  function send() {
    setUnchosen(chosen === null)
    if (chosen !== null) void ending.run({ input: { meetingId: meeting.id, version: meeting.version, ending: chosen, nextStep } })
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    send()
  }
  return (
    <Disclosure label={heading}>
      <form onSubmit={submit} noValidate>
        <RefusalNotice change={ending} onAgain={send} />
        <ChoiceList
          {...ending.field('ending')}
          {...(unchosen && { error: words.chooseEnding })}
          name="ending"
          kind="one"
          label={words.endHow}
          choices={ways.map((one) => ({ value: one, ...endingSaid[one] }))}
          chosen={chosen === null ? [] : [chosen]}
          onChoose={([value]) => setChosen(ways.find((one) => one === value) ?? null)}
        />
        <TextArea
          {...ending.field('nextStep')}
          label={words.nextStep}
          hint={words.nextStepHint}
          value={nextStep}
          onChange={(event) => setNextStep(event.target.value)}
        />
        <p className="quiet">{words.endNote}</p>
        <div className="actions">
          <Button type="submit" look="danger" disabled={ending.busy}>
            {words.end}
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
