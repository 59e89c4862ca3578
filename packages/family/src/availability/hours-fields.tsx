import type { ShiftHours } from '@kinplan/domain/availability/typed-shift'
import { TextField } from '@kinplan/ui/text-field'
import { shiftsWords } from './shifts.copy'
import { timesWords } from './times.copy'

/** True when a shift cannot be kept with these hours. */
export function hoursMissing({ start, end }: ShiftHours): boolean {
  return start === '' || end === ''
}

/** When a shift starts and finishes. */
export function HoursFields({
  label,
  hours,
  showMissing,
  onChange,
}: {
  label: string
  hours: ShiftHours
  showMissing: boolean
  onChange: (hours: ShiftHours) => void
}) {
  const { start, end } = hours
  const errorOf = (time: string) => (!showMissing ? undefined : time === '' ? timesWords.needTime : undefined)
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="columns">
        <TextField
          type="time"
          label={shiftsWords.startAt}
          error={errorOf(start)}
          value={start}
          onChange={(event) => onChange({ ...hours, start: event.target.value })}
        />
        <TextField
          type="time"
          label={shiftsWords.finishAt}
          hint={start !== '' && start === end ? shiftsWords.wholeDay : undefined}
          error={errorOf(end)}
          value={end}
          onChange={(event) => onChange({ ...hours, end: event.target.value })}
        />
      </div>
    </fieldset>
  )
}
