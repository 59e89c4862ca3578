import { may } from '@kinplan/domain/access/may'
import { DataTable, type Column } from '@kinplan/ui/data-table'
import type { MeetingOf } from '../meeting/meeting-of'
import { EnterAnswer } from './enter-answer'
import { answerWords, givenWords, planWords as words } from './plan.copy'
import type { PlanOf } from './use-plan'

type Said = NonNullable<PlanOf['agreements']>[number]

const columns: Column<Said>[] = [
  { id: 'who', heading: words.who, text: ({ name }) => name },
  { id: 'answer', heading: words.answer, text: ({ answer }) => answerWords[answer] },
  { id: 'reason', heading: words.reason, text: ({ reason }) => reason ?? '' },
  {
    id: 'given',
    heading: words.given,
    text: ({ givenTo, linkOf }) => (linkOf === null ? givenWords[givenTo] : words.answeredByLink(linkOf)),
  },
]

/** How many have answered; for the coordinator while agreeing, who said what, and a way to write down an answer given on paper or alone. */
export function SaidAnswers({ meeting, plan }: { meeting: MeetingOf; plan: PlanOf }) {
  return (
    <section>
      <h2>{words.familyHeading}</h2>
      <p>{words.familyCount(plan.answered, plan.participants)}</p>
      {plan.answeredByLink > 0 && <p>{words.countByLink(plan.answeredByLink)}</p>}
      {plan.agreements !== null && (
        <>
          <p className="quiet">{words.familyWhy}</p>
          <DataTable
            caption={words.answersTable}
            columns={columns}
            rows={plan.agreements}
            rowKey={({ participantId }) => participantId}
            empty={<p>{words.noAnswers}</p>}
          />
        </>
      )}
      {may(plan, 'plan:agreeFor') && <EnterAnswer meeting={meeting} plan={plan} />}
    </section>
  )
}
