import { useQuery } from '@apollo/client/react'
import { ReviewedPlanDocument } from '../generated/graphql'
import { Read } from '../connection/read'
import { dayInWords } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { planWords as words } from './plan.copy'
import { PaperMark } from './paper-mark'
import { Steps } from './plan-steps'
import { ActionMark } from './action-mark'
import type { ActionOf } from './use-plan'

/** For a review: what the plan of last time said, beside what became of it. */
export function OldPlan({ meeting }: { meeting: MeetingOf }) {
  const reading = useQuery(ReviewedPlanDocument, { variables: { id: meeting.id } })
  return (
    <section>
      <h2>{words.oldHeading}</h2>
      <Read reading={reading}>
        {({ meeting: review }) =>
          review?.reviewsPlan ? (
            <div className="columns old-plan">
              <div>
                <h3>{words.oldSteps}</h3>
                <PaperMark plan={review.reviewsPlan} zone={meeting.zone} />
                <Steps steps={review.reviewsPlan.steps} />
              </div>
              <div>
                <h3>{words.oldActions}</h3>
                {review.reviewsPlan.actions.length === 0 ? <p>{words.oldNone}</p> : <Happened actions={review.reviewsPlan.actions} />}
              </div>
            </div>
          ) : (
            <p>{words.missing}</p>
          )
        }
      </Read>
    </section>
  )
}

function Happened({ actions }: { actions: readonly ActionOf[] }) {
  return (
    <ul className="way-list">
      {actions.map((action) => (
        <li key={action.id}>
          <bdi>{action.text}</bdi>
          <span className="quiet under">
            <bdi>{words.whoseBy(action.owner, dayInWords(action.dueOn))}</bdi>
          </span>
          <ActionMark action={action} />
          {action.updates
            .filter((update) => update.words !== '')
            .map((update) => (
              <p key={update.id} className="as-written" dir="auto">
                {update.words}
              </p>
            ))}
        </li>
      ))}
    </ul>
  )
}
