import { Card } from '@kinplan/ui/card'
import { Notice } from '@kinplan/ui/notice'
import { Read } from '../connection/read'
import { instantInWords } from '../frame/when'
import type { MeetingTabProps } from '../meeting/meeting-of'
import { CouncilAnswers } from './council-answer'
import { OldPlan } from './old-plan'
import { PaperMark } from './paper-mark'
import { PaperPlans } from './paper-plans'
import { PlanChoice } from './plan-choice'
import { planWords as words } from './plan.copy'
import { PlanSteps } from './plan-steps'
import { SaidAnswers } from './said-answers'
import { usePlan } from './use-plan'

/** The plan the family shared: what it answers, what people and the council say to it; at a review, the old one with what happened. */
export function PlanTab({ meeting }: MeetingTabProps) {
  const { id, reading, choose } = usePlan(meeting)
  return (
    <>
      {meeting.reviewsPlanId !== null && <OldPlan meeting={meeting} />}
      <PaperPlans meeting={meeting} />
      {id === null ? (
        <Card tone="sand">
          <p>{meeting.stage === 'privateTime' ? words.nonePrivate : words.noneYet}</p>
        </Card>
      ) : (
        <>
          <PlanChoice meeting={meeting} chosenId={id} onChoose={choose} />
          <Read reading={reading}>
            {({ plan }) =>
              plan ? (
                <>
                  <p>
                    {words.version(plan.version, instantInWords(plan.sharedAt, meeting.zone), plan.paperMark !== null)}.{' '}
                    {plan.sharedBy !== null && plan.paperMark === null && <bdi>{words.sharedBy(plan.sharedBy)}</bdi>}
                  </p>
                  <PaperMark plan={plan} zone={meeting.zone} />
                  {id !== meeting.plans[0]?.id && (
                    <Notice>
                      <p>{words.older}</p>
                    </Notice>
                  )}
                  {plan.sharedThrough !== null && (
                    <Notice>
                      <p>
                        <bdi>{words.sharedByLink(plan.sharedThrough.linkOf)}</bdi> {plan.sharedThrough.alone && words.sharedAlone}
                      </p>
                    </Notice>
                  )}
                  {plan.doubts !== null && plan.doubts.length > 0 && (
                    <Notice tone="coral" heading={words.doubted}>
                      <ul>
                        {plan.doubts.map(({ name, saidAt }) => (
                          <li key={name + saidAt}>
                            <bdi>{words.doubtedBy(name, instantInWords(saidAt, meeting.zone))}</bdi>
                          </li>
                        ))}
                      </ul>
                      <p>{words.doubtedMore}</p>
                    </Notice>
                  )}
                  <PlanSteps meeting={meeting} plan={plan} />
                  <SaidAnswers meeting={meeting} plan={plan} />
                  <CouncilAnswers key={plan.id} plan={plan} zone={meeting.zone} />
                </>
              ) : (
                <p>{words.missing}</p>
              )
            }
          </Read>
        </>
      )}
    </>
  )
}
