import { Sheet } from '@kinplan/ui/sheet'
import type { ReactNode } from 'react'
import { stepFields } from '@kinplan/private-draft/draft-plan'
import { planSections } from './plan-sections'
import { planWords } from './plan.copy'
import type { SharedStep } from './shared-steps'

interface PlanSheetProps<Step> {
  steps: readonly Step[]
  wantYouToKnow: string
  things: readonly { readonly id: string; readonly text: string }[]
  /** What stands under a step, the council's answer for one. */
  below?: (step: Step) => ReactNode
}

/** The plan, word for word as it is shared. */
export function PlanSheet<Step extends SharedStep>({ steps, wantYouToKnow, things, below }: PlanSheetProps<Step>) {
  return (
    <Sheet>
      {planSections(steps, things).map(({ key, title, steps: inside }) => (
        <section key={key} className="plan-part">
          <h2 dir="auto" className="own-lines">
            {title || planWords.more}
          </h2>
          {inside.length === 0 && <p className="quiet">{planWords.noSteps}</p>}
          <ol>
            {inside.map((step, place) => (
              <li key={place}>
                <StepWords step={step} />
                {below?.(step)}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {wantYouToKnow.trim() && (
        <section className="plan-part">
          <h2>{planWords.wantYouToKnow}</h2>
          <p dir="auto" className="own-lines">
            {wantYouToKnow}
          </p>
        </section>
      )}
    </Sheet>
  )
}

function StepWords({ step }: { step: SharedStep }) {
  return (
    <>
      <p dir="auto" className="own-lines plan-what">
        {step.what || <span className="quiet">{planWords.noWords}</span>}
      </p>
      <dl className="plan-words">
        {stepFields.map((field) =>
          field === 'what' || !step[field] ? null : (
            <div key={field}>
              <dt>{planWords[field]}</dt>
              <dd dir="auto" className="own-lines">
                {step[field]}
              </dd>
            </div>
          ),
        )}
      </dl>
    </>
  )
}
