import { may } from '@kinplan/domain/access/may'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { StatusWord, type StatusKind } from '@kinplan/ui/status-word'
import { useCurrentUser, type CurrentUser, type Meeting } from '../page/current-user'
import { actionStateWords } from '../action/actions.copy'
import { askAgain, useAsked } from '../connection/asked'
import { TroubleNotice } from '../connection/trouble-notice'
import { MyPlanDocument, type CouncilAnswerKind, type MyPlanQuery } from '../generated/graphql'
import { NotFoundPage } from '../meeting/not-found-page'
import { PageFrame, telephone } from '../page/page-frame'
import { saidDay, saidWall } from '../page/said-dates'
import { PageLink } from '../page/page-link'
import { PaperMark } from './paper-mark'
import { agreeWords, councilAnswerWords, myAnswerWords, planWords } from './plan.copy'
import { PlanSheet } from './plan-sheet'

export type SharedPlan = NonNullable<MyPlanQuery['myPlan']>
type CouncilAnswer = SharedPlan['council'][number]

/** The shared plan with this id, and the meeting it is of. */
export function usePlan(id: string) {
  const user = useCurrentUser()
  const { data, trouble } = useAsked(MyPlanDocument, { id })
  const plan = data?.myPlan
  return { user, trouble, plan, meeting: user.meetings.find(({ id: one }) => one === plan?.meetingId), loading: data === undefined }
}

/** The family's plan as it was shared, with the council's answers and the promises. */
export function PlanPage({ id }: { id: string }) {
  const { user, trouble, plan, meeting, loading } = usePlan(id)
  if (!plan || !meeting) {
    if (!loading) return <NotFoundPage />
    return (
      <PageFrame title={planWords.title} back="/" user={user}>
        <TroubleNotice of={{ trouble, again: askAgain }} reading />
        {!trouble && <Spinner>{planWords.loading}</Spinner>}
      </PageFrame>
    )
  }
  const latest = meeting.plans[0]
  const { coordinator, stage } = meeting
  const whole = plan.council.filter(({ stepId }) => stepId === null)
  return (
    <PageFrame title={planWords.title} back={`/meeting/${meeting.id}`} user={user}>
      <TroubleNotice of={{ trouble, again: askAgain }} reading />
      {plan.paperMark === null ? <p>{planWords.shared(saidDay(plan.sharedAt, user.today))}</p> : <PaperMark plan={plan} user={user} />}
      <ByLink plan={plan} council={user.council} />
      {latest && latest.id !== id && latest.version > plan.version && (
        <Notice>
          <p>
            {planWords.newer} <PageLink to={`/plan/${latest.id}`}>{planWords.toNewer}</PageLink>
          </p>
        </Notice>
      )}
      <PlanSheet
        steps={plan.steps}
        wantYouToKnow={plan.wantYouToKnow}
        things={meeting.bottomLines}
        below={(step) =>
          plan.council
            .filter(({ stepId }) => stepId === step.id)
            .map((answer) => <CouncilSays key={answer.id} answer={answer} today={user.today} />)
        }
      />
      {may(plan, 'plan:agree') && (
        <div className="actions">
          <PageLink className="button" to={`/plan/${id}/agree`}>
            {plan.myAnswer ? planWords.changeAnswer : planWords.sayWhat}
          </PageLink>
        </div>
      )}
      {plan.myAnswer && (
        <p>
          <StatusWord kind={plan.myAnswer.answer === 'yes' ? 'done' : 'waiting'}>{myAnswerWords[plan.myAnswer.answer]}</StatusWord>
        </p>
      )}
      {plan.myAnswer?.linkOf && (
        <p>
          <bdi>{agreeWords.cameByLink(plan.myAnswer.linkOf)}</bdi> <a href={telephone(user.council.phone)}>{user.council.phone}</a>
        </p>
      )}
      {stage === 'agreeing' && <p>{planWords.morePrivate(coordinator.name)}</p>}
      <section>
        <h2>{planWords.councilTitle}</h2>
        {plan.council.length === 0 && <p>{planWords.councilNone}</p>}
        {whole.map((answer) => (
          <CouncilSays key={answer.id} answer={answer} today={user.today} />
        ))}
        {plan.council.length > 0 && whole.length === 0 && <p>{planWords.councilBeside}</p>}
      </section>
      <Actions plan={plan} today={user.today} />
      <Review meetings={user.meetings} today={user.today} />
    </PageFrame>
  )
}

/** What everybody is told of a plan, or answers, that came through a link which a worker could read. */
function ByLink({ plan: { sharedThrough, answeredByLink }, council }: { plan: SharedPlan; council: CurrentUser['council'] }) {
  if (sharedThrough === null && answeredByLink === 0) return null
  return (
    <Notice>
      {sharedThrough !== null && (
        <p>
          <bdi>{planWords.sharedByLink(sharedThrough.linkOf)}</bdi> {sharedThrough.alone && planWords.sharedAlone}
        </p>
      )}
      {sharedThrough?.mine && (
        <p>
          {planWords.sharedAsYou} <a href={telephone(council.phone)}>{council.phone}</a>
        </p>
      )}
      {answeredByLink > 0 && <p>{planWords.answersByLink(answeredByLink)}</p>}
    </Notice>
  )
}

const answerKinds: Record<CouncilAnswerKind, StatusKind> = { yes: 'done', no: 'needs-you', notYet: 'waiting', decidedBy: 'waiting' }

function CouncilSays({
  answer: { answer, reason, wouldMakeYes, decider, decideBy, by, stepId },
  today,
}: {
  answer: CouncilAnswer
  today: string
}) {
  return (
    <div className="council-says">
      <p>
        <strong>{stepId === null ? planWords.toWhole : planWords.councilSays}:</strong>{' '}
        <StatusWord kind={answerKinds[answer]}>{councilAnswerWords[answer]}</StatusWord>
      </p>
      {reason && (
        <p dir="auto" className="own-lines">
          {reason}
        </p>
      )}
      {wouldMakeYes && (
        <p>
          {planWords.wouldMakeYes} <bdi>{wouldMakeYes}</bdi>
        </p>
      )}
      {decider && decideBy && (
        <p>
          <bdi>{planWords.decider(decider, saidDay(decideBy, today))}</bdi>
        </p>
      )}
      <p className="quiet">
        <bdi>{planWords.by(by.name)}</bdi>
      </p>
    </div>
  )
}

function Actions({ plan: { actions }, today }: { plan: SharedPlan; today: string }) {
  const lanes = [
    { heading: planWords.ofFamily, list: actions.filter(({ ofCouncil }) => !ofCouncil) },
    { heading: planWords.ofCouncil, list: actions.filter(({ ofCouncil }) => ofCouncil) },
  ]
  return (
    <section>
      <h2>{planWords.actionsTitle}</h2>
      {actions.length === 0 ? (
        <p>{planWords.actionsNone}</p>
      ) : (
        <div className="columns">
          {lanes.map(({ heading, list }) => (
            <div key={heading}>
              <h3>{heading}</h3>
              {list.length === 0 && <p className="quiet">{planWords.nobodyPromised}</p>}
              <ul className="people">
                {list.map(({ id, text, owner, dueOn, state }) => (
                  <li key={id}>
                    <span dir="auto" className="own-lines promise-text">
                      {text}
                    </span>
                    <bdi>{owner}</bdi>, {planWords.due(saidDay(dueOn, today))}.{' '}
                    <StatusWord kind={state === 'done' ? 'done' : state === 'needsHand' ? 'needs-you' : 'plain'}>
                      {actionStateWords[state]}
                    </StatusWord>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
      <p>
        <PageLink to="/promises">{planWords.mine}</PageLink>
      </p>
    </section>
  )
}

function Review({ meetings, today }: { meetings: readonly Meeting[]; today: string }) {
  const review = meetings.find(({ kind, stage }) => kind === 'review' && stage !== 'ended')
  return (
    <section>
      <h2>{planWords.reviewTitle}</h2>
      <p>{review?.startWall ? planWords.review(saidWall(review.startWall, today)) : planWords.noReview}</p>
    </section>
  )
}
