import { Notice } from '@kinplan/ui/notice'
import { clockOf } from '../frame/when'
import type { MeetingOf } from '../meeting/meeting-of'
import { withoutPlanWords as words } from './day.copy'

/** Says that private family time ended without a plan, where it did: nobody was unsafe, and nobody failed. */
export function WithoutPlan({ meeting: { endedWithoutPlan } }: { meeting: MeetingOf }) {
  if (endedWithoutPlan === null) return null
  return (
    <Notice heading={words.heading} live="polite">
      <p>{words.more(clockOf(endedWithoutPlan))}</p>
    </Notice>
  )
}
