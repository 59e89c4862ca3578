import { useState } from 'react'
import { isNight, typedShift } from '@kinplan/domain/availability/typed-shift'
import { readRoster } from '@kinplan/domain/availability/typed-roster'
import { TextArea } from '@kinplan/ui/text-area'
import { TextField } from '@kinplan/ui/text-field'
import { HoursFields, OfferFields } from './when-form-offer'
import type { RuleEditorProps } from './when-form-rows'
import { cycleWords, offerWords, rosterWords as words } from './when-form.copy'

/** Eight hours after a night that ends at six. */
const usualSleep = '14:00'

/** A list of shifts, typed or pasted in; what was not understood is shown. */
export function RosterEditor(props: RuleEditorProps) {
  const { rule, onWrite, field, today } = props
  const [text, setText] = useState(() => (rule.shifts ?? []).join('\n'))
  const read = readRoster(text, { from: today })
  const nights = read.shifts.some(isNight)
  function type(typed: string) {
    setText(typed)
    const found = readRoster(typed, { from: today })
    const hadNights = nights
    const hasNights = found.shifts.some(isNight)
    onWrite({
      ...rule,
      shifts: found.shifts.map((shift) => `${shift.date} ${typedShift(shift)}`),
      from: found.from ?? '',
      until: found.until ?? '',
      sleepUntil: hasNights ? (hadNights ? rule.sleepUntil : usualSleep) : null,
    })
  }
  return (
    <>
      <TextArea
        {...field('shifts')}
        rows={6}
        label={words.text}
        hint={words.textHint}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <div role="status">{text.trim() !== '' && <p>{words.understood(read.shifts.length)}</p>}</div>
      {read.unreadable.length > 0 && (
        <div className="notice notice-coral">
          <p>{words.unreadable(read.unreadable.length)}</p>
          <ul>
            {read.unreadable.map(({ line, text: unread }) => (
              <li key={line}>
                {words.line(line)} <bdi>{unread}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {read.shifts.length > 0 && (
        <>
          <p className="quiet">{words.span}</p>
          <div className="short-fields">
            <TextField
              {...field('from')}
              type="date"
              label={words.from}
              value={rule.from ?? ''}
              onChange={(event) => onWrite({ ...rule, from: event.target.value })}
            />
            <TextField
              {...field('until')}
              type="date"
              label={words.until}
              value={rule.until ?? ''}
              onChange={(event) => onWrite({ ...rule, until: event.target.value })}
            />
          </div>
          {nights && (
            <TextField
              {...field('sleepUntil')}
              type="time"
              label={cycleWords.sleep}
              hint={cycleWords.sleepHint}
              value={rule.sleepUntil ?? ''}
              onChange={(event) => onWrite({ ...rule, sleepUntil: event.target.value || null })}
            />
          )}
        </>
      )}
      <fieldset>
        <legend>{offerWords.apart}</legend>
        <HoursFields {...props} />
      </fieldset>
      <OfferFields {...props} />
    </>
  )
}
