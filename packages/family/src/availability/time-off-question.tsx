import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import { TimeOffChoice } from './about-time'
import type { HoursKept } from './hours-kept'
import type { RuleWithPages } from './rule-at'
import { timeOffWords } from './times.copy'

/** Whether the employer can be asked. */
export function TimeOffQuestion({
  rule,
  kept: { rules, change },
}: {
  rule: Exclude<RuleWithPages, { kind: 'calendar' }>
  kept: HoursKept
}) {
  return (
    <>
      <p className="lede">{timeOffWords.hint}</p>
      <TimeOffChoice
        name="off"
        label={<span className="visually-hidden">{timeOffWords.title}</span>}
        noLabel={timeOffWords.cannotAsk}
        timeOff={rule.timeOff}
        onChange={(timeOff) => change({ rules: rules.map((one): AvailabilityRule => (one === rule ? { ...rule, timeOff } : one)) })}
      />
    </>
  )
}
