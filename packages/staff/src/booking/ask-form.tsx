import { ChoiceList } from '@kinplan/ui/choice-list'
import { TextField } from '@kinplan/ui/text-field'
import { optionsOf, SelectField } from '../frame/select-field'
import { weekdayInWords } from '../frame/when'
import { askWords as words } from './ask.copy'
import type { AskedTimes } from './asked-times'
import { PlacesField, type PlaceToAsk } from './places-field'

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: String(weekday), label: weekdayInWords(weekday) }))
const needs = ['stepFree', 'twoWaysOut', 'secondRoom'] as const
const mayOrNot = optionsOf(['no', 'yes'], { no: words.keepOff, yes: words.mayBe })

interface AskFormProps {
  ask: AskedTimes
  onChange: (ask: AskedTimes) => void
  places: readonly PlaceToAsk[]
  /** Gives a control's id and what is wrong with it. */
  field: (name: keyof AskedTimes) => { id: string; error: string | undefined }
}

/** What to look for: weeks, length, hours, days, notice, places and what they need. */
export function AskForm({ ask, onChange, places, field }: AskFormProps) {
  const text = (name: 'from' | 'until' | 'minutes' | 'earliest' | 'latest' | 'noticeDays') => ({
    ...field(name),
    label: words[name],
    value: ask[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...ask, [name]: event.target.value }),
  })
  const yesOrNo = (name: 'bankHolidays' | 'schoolHours') => ({
    ...field(name),
    label: words[name],
    options: mayOrNot,
    value: ask[name] ? 'yes' : 'no',
    onChange: (event: { target: { value: string } }) => onChange({ ...ask, [name]: event.target.value === 'yes' }),
  })
  return (
    <>
      <h3>{words.whatHeading}</h3>
      <div className="short-fields">
        <TextField type="date" {...text('from')} />
        <TextField type="date" {...text('until')} />
        <TextField inputMode="numeric" size={4} {...text('minutes')} />
        <TextField type="time" {...text('earliest')} />
        <TextField type="time" {...text('latest')} />
        <TextField inputMode="numeric" size={4} {...text('noticeDays')} />
        <SelectField {...yesOrNo('bankHolidays')} />
        <SelectField {...yesOrNo('schoolHours')} />
      </div>
      <ChoiceList
        {...field('weekdays')}
        name="weekdays"
        kind="many"
        inRow
        label={words.weekdays}
        choices={weekdays}
        chosen={ask.weekdays.map(String)}
        onChoose={(values) => onChange({ ...ask, weekdays: values.map(Number) })}
      />
      <PlacesField {...field('placeIds')} places={places} chosen={ask.placeIds} onChoose={(placeIds) => onChange({ ...ask, placeIds })} />
      <ChoiceList
        {...field('stepFree')}
        name="needs"
        kind="many"
        inRow
        label={words.needs}
        choices={needs.map((need) => ({ value: need, label: words.needsWords[need] }))}
        chosen={needs.filter((need) => ask[need])}
        onChoose={(values) =>
          onChange({
            ...ask,
            stepFree: values.includes('stepFree'),
            twoWaysOut: values.includes('twoWaysOut'),
            secondRoom: values.includes('secondRoom'),
          })
        }
      />
    </>
  )
}
