import type { FormEvent } from 'react'
import { mostName, mostWords } from '@kinplan/domain/parse-words'
import { Button } from '@kinplan/ui/button'
import { Sheet } from '@kinplan/ui/sheet'
import { TextArea } from '@kinplan/ui/text-area'
import { TextField } from '@kinplan/ui/text-field'
import { VisuallyHidden } from '@kinplan/ui/visually-hidden'
import type { MeetingOf } from '../meeting/meeting-of'
import { paperWords as words } from './paper.copy'
import { blankStep, type TypedPaper, type TypedStep } from './paper-typed'
import { sheetLines, sheetWords, stepFields } from './sheet.copy'

interface PaperFormProps {
  /** What the plan must make sure of, as given to the family. */
  lines: MeetingOf['bottomLines']
  typed: TypedPaper
  onType: (typed: TypedPaper) => void
  onReadBack: () => void
  onThrowAway: () => void
}

/** The sheets of the pack to type on, in their order and with their words; steps can be added and taken away. */
export function PaperForm({ lines, typed, onType, onReadBack, onThrowAway }: PaperFormProps) {
  function submit(event: FormEvent) {
    event.preventDefault()
    onReadBack()
  }
  return (
    <form onSubmit={submit} noValidate className="paper-form">
      <h3>{words.formHeading}</h3>
      <p>{words.formWhy}</p>
      {lines.map(({ id, text }, place) => (
        <Sheet key={id}>
          <p className="quiet">{sheetWords.planSheetOf(place + 1, lines.length)}</p>
          <h4>{sheetWords.mustMakeSure}</h4>
          <p className="lede">
            <bdi>{text}</bdi>
          </p>
          <StepsOf lineId={id} sheet={text} typed={typed} onType={onType} />
        </Sheet>
      ))}
      <Sheet>
        <p className="quiet">{sheetWords.ownSheet}</p>
        <h4>{sheetWords.ownAbout}</h4>
        <StepsOf lineId={null} sheet={sheetWords.ownAbout} typed={typed} onType={onType} />
      </Sheet>
      <Sheet>
        <p className="quiet">{sheetWords.planSheet}</p>
        <h4>{sheetWords.more}</h4>
        <TextArea
          label={<VisuallyHidden>{sheetWords.more}</VisuallyHidden>}
          rows={6}
          budget={mostWords}
          value={typed.wantYouToKnow}
          onChange={(event) => onType({ ...typed, wantYouToKnow: event.target.value })}
        />
      </Sheet>
      <div className="actions">
        <Button type="submit">{words.toReadBack}</Button>
        <Button look="quiet" onClick={onThrowAway}>
          {words.throwAway}
        </Button>
      </div>
    </form>
  )
}

interface StepsOfProps {
  lineId: string | null
  sheet: string
  typed: TypedPaper
  onType: (typed: TypedPaper) => void
}

function StepsOf({ lineId, sheet, typed, onType }: StepsOfProps) {
  const steps = typed.steps.filter(({ bottomLineId }) => bottomLineId === lineId)
  const change = (changed: TypedStep) => onType({ ...typed, steps: typed.steps.map((step) => (step.key === changed.key ? changed : step)) })
  return (
    <>
      {steps.map((step, place) => (
        <fieldset key={step.key} className="paper-step">
          <legend>
            {words.step(place + 1)}
            <VisuallyHidden>: {sheet}</VisuallyHidden>
          </legend>
          <div className="paper-fields">
            {lineId === null && (
              <TextField
                label={sheetWords.ownHeading}
                maxLength={mostName}
                value={step.heading}
                onChange={(event) => change({ ...step, heading: event.target.value })}
              />
            )}
            {stepFields.map((field) => (
              <TextArea
                key={field}
                label={sheetLines[field].label}
                rows={sheetLines[field].lines}
                budget={mostWords}
                value={step[field]}
                onChange={(event) => change({ ...step, [field]: event.target.value })}
              />
            ))}
          </div>
          {steps.length > 1 && (
            <Button look="quiet" onClick={() => onType({ ...typed, steps: typed.steps.filter(({ key }) => key !== step.key) })}>
              {words.takeStep(place + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      <Button look="quiet" onClick={() => onType({ ...typed, steps: [...typed.steps, blankStep(typed.steps, lineId)] })}>
        {words.addStep}
        <VisuallyHidden>: {sheet}</VisuallyHidden>
      </Button>
    </>
  )
}
