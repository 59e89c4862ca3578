import { Notice } from '@kinplan/ui/notice'
import { NameList } from '../frame/name-list'
import { instantInWords } from '../frame/when'
import { paperMarkWords, paperWords as words } from './paper.copy'
import type { PlanOf } from './use-plan'

/** That a plan was on paper: who typed it in, to whom it was read back, and whose yes made it the family's. Nothing for any other plan. */
export function PaperMark({ plan: { paperMark }, zone }: { plan: Pick<PlanOf, 'paperMark'>; zone: string }) {
  if (paperMark === null) return null
  const { typedBy, typedAt, readBackTo, yesBy, yesGivenTo, yesSaidTo } = paperMark
  const given = yesSaidTo === null && yesGivenTo !== 'ownScreen' ? 'byLink' : yesGivenTo
  return (
    <Notice>
      <p>
        <bdi>{words.typedIn(typedBy, instantInWords(typedAt, zone))}</bdi> {words.readBackTo} <NameList names={readBackTo} />.
      </p>
      <p>
        <bdi>{paperMarkWords[given](yesBy ?? '', yesSaidTo ?? '')}</bdi>
      </p>
    </Notice>
  )
}
