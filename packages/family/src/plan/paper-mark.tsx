import { Notice } from '@kinplan/ui/notice'
import type { MyPlanQuery } from '../generated/graphql'
import { namesInWords, type CurrentUser } from '../page/current-user'
import { telephone } from '../page/page-frame'
import { saidDay } from '../page/said-dates'
import { paperMarkWords as words } from './paper.copy'

type Plan = NonNullable<MyPlanQuery['myPlan']>

/** That a plan was on paper: who typed it in, to whom it was read back, and whose yes made it the family's. Nothing for any other plan. */
export function PaperMark({ plan: { paperMark }, user: { council, today } }: { plan: Pick<Plan, 'paperMark'>; user: CurrentUser }) {
  if (paperMark === null) return null
  const { typedBy, typedAt, readBackTo, yesBy, yesGivenTo, yesSaidTo, mine } = paperMark
  const given = yesSaidTo === null && yesGivenTo !== 'ownScreen' ? 'byLink' : yesGivenTo
  return (
    <Notice>
      <p>
        <bdi>{words.typedIn(typedBy, saidDay(typedAt, today), readBackTo.length === 0 ? words.yourFamily : namesInWords(readBackTo))}</bdi>
      </p>
      <p>
        <bdi>{words[given](yesBy ?? words.somebody, yesSaidTo ?? '')}</bdi>
      </p>
      {mine && yesSaidTo !== null && (
        <p>
          {words.notMe} <a href={telephone(council.phone)}>{council.phone}</a>
        </p>
      )}
    </Notice>
  )
}
