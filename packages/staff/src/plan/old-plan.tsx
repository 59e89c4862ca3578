import { useQuery } from '@apollo/client/react'
import { DataTable, type Column } from '@kinplan/ui/data-table'
import { ReviewedPlanDocument } from '../generated/graphql'
import type { MeetingOf } from '../meeting/meeting-page'
import { Read } from '../read'
import { dayInShort } from '../when'
import { planWords as words } from './plan.copy'
import { Steps } from './plan-steps'
import { PromiseState, promiseStands } from './promise-state'
import type { PromiseOf } from './use-plan'

const columns: Column<PromiseOf>[] = [
  { id: 'promise', heading: words.promise, text: ({ text }) => text },
  { id: 'owner', heading: words.owner, text: ({ owner }) => owner },
  { id: 'due', heading: words.due, text: ({ dueOn }) => dayInShort(dueOn), sortBy: ({ dueOn }) => dueOn },
  { id: 'state', heading: words.state, text: promiseStands, show: (promise) => <PromiseState promise={promise} /> },
  { id: 'words', heading: words.words, text: ({ updates }) => updates.map((update) => update.words).filter((said) => said !== '').join(' / ') },
]

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
                <Steps steps={review.reviewsPlan.steps} />
              </div>
              <div>
                <h3>{words.oldPromises}</h3>
                <DataTable caption={words.oldPromises} columns={columns} rows={review.reviewsPlan.actions} rowKey={({ id }) => id} empty={<p>{words.oldNone}</p>} />
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
