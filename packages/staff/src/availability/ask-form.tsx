import { useState, type FormEvent } from 'react'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { TextField } from '@kinplan/ui/text-field'
import { RefusalNotice, type Troubled } from '../refusal-notice'
import { weekdayInWords } from '../when'
import { usualAsk, type AskedTimes } from './asked-times'
import { timesWords as words } from './times.copy'

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: String(weekday), label: weekdayInWords(weekday) }))

export interface AskFormProps {
  today: string
  /** What became of the last ask; `field` gives a control's id and what is wrong with it. */
  asking: Troubled & { field(name: keyof AskedTimes): { id: string; error: string | undefined } }
  onAsk: (ask: AskedTimes) => void
}

/** What to look for: weeks, length, hours, days of the week. Opens on what is usual. */
export function AskForm({ today, asking, onAsk }: AskFormProps) {
  const [ask, setAsk] = useState(() => usualAsk(today))
  const text = (name: Exclude<keyof AskedTimes, 'weekdays'>) => ({
    ...asking.field(name),
    label: words[name],
    value: ask[name],
    onChange: (event: { target: { value: string } }) => setAsk({ ...ask, [name]: event.target.value }),
  })
  function send(event: FormEvent) {
    event.preventDefault()
    onAsk(ask)
  }
  return (
    <form onSubmit={send} noValidate>
      <RefusalNotice change={asking} />
      <div className="short-fields">
        <TextField type="date" {...text('from')} />
        <TextField type="date" {...text('until')} />
        <TextField inputMode="numeric" {...text('minutes')} />
        <TextField type="time" {...text('earliest')} />
        <TextField type="time" {...text('latest')} />
      </div>
      <ChoiceList
        {...asking.field('weekdays')}
        name="weekdays"
        kind="many"
        inRow
        label={words.weekdays}
        choices={weekdays}
        chosen={ask.weekdays.map(String)}
        onChoose={(values) => setAsk({ ...ask, weekdays: values.map(Number) })}
      />
      <div className="actions">
        <Button type="submit" disabled={asking.busy}>
          {words.ask}
        </Button>
      </div>
    </form>
  )
}
