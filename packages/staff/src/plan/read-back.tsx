import { useEffect, useRef, useState } from 'react'
import { speaksForFamily } from '@kinplan/domain/plan/paper-plan'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { TypePaperPlanDocument } from '../generated/graphql'
import { RefusalNotice } from '../frame/refusal-notice'
import { useChange } from '../connection/use-change'
import type { MeetingOf, ParticipantOf } from '../meeting/meeting-of'
import { paperWords as words } from './paper.copy'
import { writtenSteps, type TypedPaper, type TypedStep } from './paper-typed'
import { sheetLines, sheetWords, stepFields } from './sheet.copy'

interface ReadBackProps {
  meeting: MeetingOf
  lines: MeetingOf['bottomLines']
  typed: TypedPaper
  /** The typing that stands now. */
  standingId: string | null
  onChange: () => void
  onSent: () => void
}

/** Those of the family to whom a plan can be read back: an interpreter or an advocate does not speak for it. */
export const familyOf = (participants: readonly ParticipantOf[]): ParticipantOf[] =>
  participants.filter(({ person, state }) => person !== null && !person.ended && speaksForFamily(person.kind) && state !== 'notPart')

/** What was typed, large and plain, one thing at a time, to read aloud; then to whom it was read, and on its way to the family. */
export function ReadBack({ meeting, lines, typed, standingId, onChange, onSent }: ReadBackProps) {
  const [place, setPlace] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const steps = writtenSteps(
    lines.map(({ id }) => id),
    typed,
  )
  const things = [
    ...steps.map((step) => ({ about: aboutOf(step, lines), step, text: null })),
    ...(typed.wantYouToKnow.trim() === '' ? [] : [{ about: sheetWords.more, step: null, text: typed.wantYouToKnow }]),
  ]
  const thing = things[place]
  useEffect(() => heading.current?.focus(), [place])
  return (
    <section className="read-back">
      <h3 ref={heading} tabIndex={-1}>
        {thing === undefined ? words.lastHeading : words.readHeading}
      </h3>
      {thing === undefined ? (
        <SendIt {...{ meeting, typed, steps, standingId, onSent }} />
      ) : (
        <>
          {place === 0 && <p>{words.readWhy}</p>}
          <p className="quiet">{words.place(place + 1, things.length)}</p>
          <p className="lede">
            <bdi>{thing.about}</bdi>
          </p>
          {thing.step === null ? <p className="as-written read-aloud">{thing.text}</p> : <StepAloud step={thing.step} />}
        </>
      )}
      <div className="actions">
        {thing !== undefined && <Button onClick={() => setPlace(place + 1)}>{words.next}</Button>}
        {place > 0 && (
          <Button look="quiet" onClick={() => setPlace(place - 1)}>
            {words.before}
          </Button>
        )}
        <Button look="quiet" onClick={onChange}>
          {words.change}
        </Button>
      </div>
    </section>
  )
}

const aboutOf = ({ bottomLineId, heading }: TypedStep, lines: MeetingOf['bottomLines']) =>
  lines.find(({ id }) => id === bottomLineId)?.text ?? (heading.trim() === '' ? sheetWords.ownAbout : heading)

function StepAloud({ step }: { step: TypedStep }) {
  return (
    <dl className="read-aloud">
      {stepFields.map((field) => (
        <div key={field}>
          <dt>{sheetLines[field].label}</dt>
          {step[field].trim() === '' ? (
            <dd className="quiet">{words.leftEmpty}</dd>
          ) : (
            <dd className="as-written" dir="auto">
              {step[field]}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

function SendIt({
  meeting,
  typed,
  steps,
  standingId,
  onSent,
}: Pick<ReadBackProps, 'meeting' | 'typed' | 'standingId' | 'onSent'> & { steps: readonly TypedStep[] }) {
  const sending = useChange(TypePaperPlanDocument, ['readBackTo'], { readBackTo: { choiceUnknown: words.notTogether } })
  const [heard, setHeard] = useState<readonly string[]>([])
  const [missing, setMissing] = useState(false)

  async function send() {
    setMissing(heard.length === 0)
    if (heard.length === 0) return
    // Whoever was told that it changed, looked, and sends again means it.
    const told = sending.trouble?.kind === 'refused' && sending.trouble.code === 'changedMeanwhile'
    const done = await sending.run({
      input: {
        meetingId: meeting.id,
        replacesId: told ? standingId : typed.replacesId,
        readBackTo: [...heard],
        wantYouToKnow: typed.wantYouToKnow,
        steps: steps.map(({ key: _key, heading, ...step }) => ({ ...step, heading: heading.trim() === '' ? null : heading })),
      },
    })
    if (done) onSent()
  }

  return (
    <>
      <RefusalNotice change={sending} onAgain={() => void send()} />
      <ChoiceList
        {...sending.field('readBackTo')}
        {...(missing && heard.length === 0 && { error: words.chooseSomebody })}
        name="readBackTo"
        kind="many"
        label={words.readBackTo}
        hint={words.lastWhy}
        choices={familyOf(meeting.participants).map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
        chosen={heard}
        onChoose={setHeard}
      />
      <div className="actions">
        <Button disabled={sending.busy} onClick={() => void send()}>
          {words.send}
        </Button>
      </div>
    </>
  )
}
