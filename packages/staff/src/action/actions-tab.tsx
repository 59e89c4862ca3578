import { may } from '@kinplan/domain/access/may'
import type { Right } from '@kinplan/domain/access/rules'
import { Card } from '@kinplan/ui/card'
import { PlanChoice } from '../plan/plan-choice'
import { usePlan } from '../plan/use-plan'
import { Read } from '../connection/read'
import { MakeActions } from './make-actions'
import { ActionLanes } from './action-lanes'
import { actionsWords as words } from './actions.copy'
import { ReviewSection } from '../booking/review-section'
import type { MeetingTabProps } from '../meeting/meeting-of'
import { SendActions } from './send-actions'

/** What was promised from the plan, how it goes, and the review. A review without a plan of its own shows the promises it looks at. */
export function ActionsTab({ meeting }: MeetingTabProps) {
  const { id, reading, choose } = usePlan(meeting, meeting.reviewsPlanId)
  if (id === null) {
    return (
      <Card tone="sand">
        <p>{words.noPlan}</p>
      </Card>
    )
  }
  return (
    <>
      <PlanChoice meeting={meeting} chosenId={id} onChoose={choose} />
      <Read reading={reading}>
        {({ plan }) => {
          if (!plan) return <p>{words.missing}</p>
          const mayDo = (right: Right) => may(plan, right) || may(meeting, right)
          return (
            <>
              <ActionLanes meeting={meeting} actions={plan.actions} onChanged={() => void reading.refetch()} />
              {mayDo('action:make') && <MakeActions plan={plan} />}
              {mayDo('action:send') && plan.actions.length > 0 && <SendActions planId={plan.id} />}
              <ReviewSection meeting={meeting} planId={plan.id} mayBook={mayDo('review:book')} />
            </>
          )
        }}
      </Read>
    </>
  )
}
