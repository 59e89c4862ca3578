import { cycleOf, shiftPatterns } from '@kinplan/domain/availability/shift-patterns'
import { DayStrip } from '@kinplan/ui/day-mark'
import { LinkList } from '../page/link-list'
import { looksOf } from './shift-cycle'
import { patternWords } from './shifts.copy'

/** Which pattern of shifts: each with a picture of its days. */
export function PatternQuestion() {
  return (
    <LinkList
      rows={shiftPatterns.map(({ code }) => {
        const cycle = cycleOf(code)
        return {
          to: `/times/shifts/${code}`,
          label: patternWords[code].label,
          more: patternWords[code].more,
          status: cycle.length > 0 && <DayStrip looks={looksOf(cycle)} />,
        }
      })}
    />
  )
}
