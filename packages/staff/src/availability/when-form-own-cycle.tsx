import { mostCycleDays } from '@kinplan/domain/availability/availability-rule'
import type { ShiftHours } from '@kinplan/domain/availability/typed-shift'
import { dateOfDay, dayOfDate, readDate } from '@kinplan/domain/clock/wall-time'
import { Button } from '@kinplan/ui/button'
import { TextField } from '@kinplan/ui/text-field'
import { SelectField } from '../frame/select-field'
import { dayInRow } from '../frame/when'
import type { SaidCycle } from './when-form-cycle-days'
import type { RuleEditorProps } from './when-form-rows'
import { cycleWords as words } from './when-form.copy'

type OwnDays = Extract<SaidCycle, { code: 'own' }>

interface OwnCycleProps extends Pick<RuleEditorProps, 'field'> {
  said: OwnDays
  onSay: (said: OwnDays) => void
  /** The date of day 1, 'YYYY-MM-DD', or '' before it is typed. */
  from: string
}

/** A pattern without a name: its shifts, and which of them falls on each day until it begins again. */
export function OwnCycle({ said, onSay, from, field }: OwnCycleProps) {
  const { shifts, days } = said
  const first = readDate(from)
  const writeShift = (place: number, hours: ShiftHours) =>
    onSay({ ...said, shifts: shifts.map((shift, at) => (at === place ? hours : shift)) })
  const writeDay = (day: number, value: string) =>
    onSay({ ...said, days: days.map((shift, at) => (at === day ? (value === '' ? null : Number(value)) : shift)) })
  const cycle = field('cycle')
  const options = shifts.map(({ start, end }, place) => ({
    value: String(place),
    label: start && end ? `${start}–${end}` : words.shift(place + 1),
  }))
  return (
    <>
      <fieldset>
        <legend>{words.shifts}</legend>
        {shifts.map(({ start, end }, place) => (
          <div key={place} className="short-fields">
            <TextField
              id={place === 0 ? cycle.id : undefined}
              type="time"
              label={words.begins(words.shift(place + 1))}
              value={start}
              onChange={(event) => writeShift(place, { start: event.target.value, end })}
            />
            <TextField
              type="time"
              label={words.ends(words.shift(place + 1))}
              value={end}
              onChange={(event) => writeShift(place, { start, end: event.target.value })}
            />
          </div>
        ))}
        <Button look="quiet" onClick={() => onSay({ ...said, shifts: [...shifts, { start: '', end: '' }] })}>
          {words.addShift}
        </Button>
      </fieldset>
      <fieldset>
        <legend>{words.days}</legend>
        {cycle.error && <p className="field-error">{cycle.error}</p>}
        {days.length === 0 && <p className="quiet">{words.noDays}</p>}
        <div className="cycle-days">
          {days.map((shift, day) => (
            <SelectField
              key={day}
              label={
                <>
                  {words.day(day + 1)} {first !== null && <span className="quiet">{dayInRow(dateOfDay(dayOfDate(first) + day))}</span>}
                </>
              }
              none={words.off}
              options={options}
              value={shift === null ? '' : String(shift)}
              onChange={(event) => writeDay(day, event.target.value)}
            />
          ))}
        </div>
        <div className="cluster">
          <Button
            look="quiet"
            disabled={days.length >= mostCycleDays}
            onClick={() => onSay({ ...said, days: [...days, days.at(-1) ?? null] })}
          >
            {words.addDay}
          </Button>
          {days.length > 0 && (
            <Button look="link" onClick={() => onSay({ ...said, days: days.slice(0, -1) })}>
              {words.removeDay}
            </Button>
          )}
        </div>
      </fieldset>
    </>
  )
}
