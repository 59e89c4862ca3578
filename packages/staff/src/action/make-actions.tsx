import { useState } from 'react'
import { Button } from '@kinplan/ui/button'
import type { PlanOf, StepOf } from '../plan/use-plan'
import { MakeActionDialog } from './make-action-dialog'
import { actionsWords as words } from './actions.copy'

/** The steps that nobody has promised yet, each with a way to make a promise of it. */
export function MakeActions({ plan }: { plan: PlanOf }) {
  const [making, setMaking] = useState<{ step: StepOf | null } | null>(null)
  const left = plan.steps.filter(({ id }) => !plan.actions.some(({ stepId }) => stepId === id))
  return (
    <section className="no-print">
      <h2>{words.makeHeading}</h2>
      <p className="quiet">{words.makeWhy}</p>
      <h3>{words.fromSteps}</h3>
      {left.length === 0 ? (
        <p>{words.allMade}</p>
      ) : (
        <ul className="way-list">
          {left.map((step) => (
            <li key={step.id}>
              <p className="as-written" dir="auto">
                {step.what}
              </p>
              {(step.who !== '' || step.byWhen !== '') && (
                <p className="quiet">
                  <bdi>{words.planSays(step.who, step.byWhen)}</bdi>
                </p>
              )}
              <Button look="quiet" aria-label={words.fromStepLabel(step.what)} onClick={() => setMaking({ step })}>
                {words.fromStep}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <Button look="quiet" onClick={() => setMaking({ step: null })}>
          {words.without}
        </Button>
      </div>
      {making && <MakeActionDialog plan={plan} step={making.step} onClose={() => setMaking(null)} />}
    </section>
  )
}
