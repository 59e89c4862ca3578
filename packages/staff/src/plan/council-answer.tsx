import { may } from '@kinplan/domain/access/may'
import { Card } from '@kinplan/ui/card'
import { Disclosure } from '@kinplan/ui/disclosure'
import { StatusWord, type StatusKind } from '@kinplan/ui/status-word'
import type { CouncilAnswerKind } from '@kinplan/domain/plan/answers'
import { dayInWords, instantInWords } from '../frame/when'
import { GiveCouncilAnswer } from './give-council-answer'
import { councilWords, planWords as words } from './plan.copy'
import type { PlanOf } from './use-plan'

type Given = PlanOf['council'][number]

const kindOf: Record<CouncilAnswerKind, StatusKind> = { yes: 'done', no: 'plain', notYet: 'waiting', decidedBy: 'waiting' }

/** The latest answer to the whole plan (null) or to one step. */
function latest(council: readonly Given[], stepId: string | null): Given | null {
  return council
    .filter((one) => one.stepId === stepId)
    .reduce<Given | null>((last, one) => (last === null || one.at > last.at ? one : last), null)
}

/** What the council says to the plan and to each thing the family asks for, and for the social worker a way to say it. */
export function CouncilAnswers({ plan, zone }: { plan: PlanOf; zone: string }) {
  const requests = plan.steps.filter(({ helpNeeded }) => helpNeeded.trim() !== '')
  const parts = [
    { stepId: null, about: words.whole, text: '' },
    ...requests.map(({ id, helpNeeded }) => ({ stepId: id, about: words.asked, text: helpNeeded })),
  ]
  return (
    <section>
      <h2>{words.councilHeading}</h2>
      <p className="quiet">{words.councilWhy}</p>
      {parts.map(({ stepId, about, text }) => {
        const given = latest(plan.council, stepId)
        return (
          <Card key={stepId ?? 'whole'} tone={stepId === null ? 'soft' : 'plain'}>
            <h3>
              {about}
              {text !== '' && (
                <>
                  : <bdi>{text}</bdi>
                </>
              )}
            </h3>
            {given === null ? (
              <StatusWord kind="needs-you">{words.waitingSince(instantInWords(plan.sharedAt, zone))}</StatusWord>
            ) : (
              <AnswerGiven given={given} zone={zone} />
            )}
            {may(plan, 'plan:answerForCouncil') && (
              <Disclosure key={given?.id ?? 'none'} label={given === null ? words.giveAnswer : words.changeAnswer}>
                <GiveCouncilAnswer plan={plan} stepId={stepId} />
              </Disclosure>
            )}
          </Card>
        )
      })}
    </section>
  )
}

function AnswerGiven({ given, zone }: { given: Given; zone: string }) {
  return (
    <>
      <p>
        <StatusWord kind={kindOf[given.answer]}>{councilWords[given.answer]}</StatusWord>{' '}
        <span className="quiet">
          <bdi>{words.by(given.by.name, instantInWords(given.at, zone))}</bdi>
        </span>
      </p>
      {given.reason && (
        <p className="as-written" dir="auto">
          {given.reason}
        </p>
      )}
      {given.wouldMakeYes && (
        <p>
          {words.makesYes} <bdi>{given.wouldMakeYes}</bdi>
        </p>
      )}
      {given.decider && given.decideBy && (
        <p>
          <bdi>{words.decides(given.decider, dayInWords(given.decideBy))}</bdi>
        </p>
      )}
    </>
  )
}
