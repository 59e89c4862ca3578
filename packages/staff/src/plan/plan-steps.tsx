import { Meter } from '@kinplan/ui/meter'
import { StatusWord } from '@kinplan/ui/status-word'
import type { MeetingOf } from '../meeting/meeting-of'
import { planWords as words } from './plan.copy'
import { coverageOf, type SaidInStep } from './plan-coverage'
import type { PlanOf, StepOf } from './use-plan'

const shown = ['who', 'byWhen', 'howWeWillKnow', 'helpNeeded', 'ifItDoesNotWork'] as const
const openWord = (name: SaidInStep) => (name === 'what' ? words.what : words.step[name].toLowerCase())

/** A step of a plan, or of what was typed in from paper. */
type StepWords = Omit<StepOf, '__typename'>

interface PlanWordsProps {
  meeting: Pick<MeetingOf, 'bottomLines'>
  plan: { steps: readonly StepWords[]; wantYouToKnow: string }
}

/** What a plan says, word for word, under what it must make sure of; then whatever else it says. */
export function PlanWords({ meeting: { bottomLines }, plan: { steps, wantYouToKnow } }: PlanWordsProps) {
  const others = steps.filter(({ bottomLineId }) => !bottomLines.some(({ id }) => id === bottomLineId))
  return (
    <>
      {bottomLines.map(({ id, text }) => (
        <div key={id}>
          <h4>
            <bdi>{text}</bdi>
          </h4>
          {steps.some(({ bottomLineId }) => bottomLineId === id) ? (
            <Steps steps={steps.filter(({ bottomLineId }) => bottomLineId === id)} />
          ) : (
            <p className="quiet">{words.unanswered}</p>
          )}
        </div>
      ))}
      {others.length > 0 && (
        <>
          <h4>{words.others}</h4>
          <Steps steps={others} />
        </>
      )}
      {wantYouToKnow !== '' && (
        <>
          <h4>{words.wantYouToKnow}</h4>
          <p className="as-written" dir="auto">
            {wantYouToKnow}
          </p>
        </>
      )}
    </>
  )
}

/** What the plan answers: a row for each thing it must make sure of, filled by its steps; then whatever else it says. */
export function PlanSteps({ meeting: { bottomLines }, plan }: { meeting: Pick<MeetingOf, 'bottomLines'>; plan: PlanOf }) {
  const others = plan.steps.filter(({ bottomLineId }) => !bottomLines.some(({ id }) => id === bottomLineId))
  return (
    <section>
      <h2>{words.answersHeading}</h2>
      <p className="quiet">{bottomLines.length === 0 ? words.noLines : words.answersWhy}</p>
      {bottomLines.map(({ id, text }) => (
        <LineMeter key={id} text={text} steps={plan.steps.filter(({ bottomLineId }) => bottomLineId === id)} />
      ))}
      {others.length > 0 && (
        <>
          <h3>{words.others}</h3>
          <Steps steps={others} />
        </>
      )}
      {plan.wantYouToKnow !== '' && (
        <>
          <h3>{words.wantYouToKnow}</h3>
          <p className="as-written" dir="auto">
            {plan.wantYouToKnow}
          </p>
        </>
      )}
    </section>
  )
}

function LineMeter({ text, steps }: { text: string; steps: readonly StepOf[] }) {
  const { filled, outOf, open } = coverageOf(steps)
  const kind = steps.length === 0 ? 'needs-you' : open.length === 0 ? 'done' : 'waiting'
  const said =
    steps.length === 0
      ? words.unanswered
      : open.length === 0
        ? words.answered(steps.length)
        : words.partly(steps.length, open.map(openWord).join(', '))
  return (
    <Meter label={<bdi>{text}</bdi>} filled={filled} outOf={outOf} words={<StatusWord kind={kind}>{said}</StatusWord>}>
      {steps.length > 0 && <Steps steps={steps} />}
    </Meter>
  )
}

/** Steps in the family's own words. */
export function Steps({ steps }: { steps: readonly StepWords[] }) {
  return (
    <ol className="plan-steps">
      {steps.map((step) => (
        <li key={step.id}>
          {step.heading !== null && step.heading !== '' && (
            <strong>
              <bdi>{step.heading}</bdi>
            </strong>
          )}
          <p className="as-written" dir="auto">
            {step.what}
          </p>
          <dl className="facts">
            {shown
              .filter((name) => step[name].trim() !== '')
              .map((name) => (
                <div key={name}>
                  <dt>{words.step[name]}</dt>
                  <dd className="as-written" dir="auto">
                    {step[name]}
                  </dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}
