import { useState } from 'react'
import {
  shiftKinds,
  shiftPattern,
  shiftPatterns,
  type PatternHours,
  type ShiftPatternCode,
} from '@kinplan/domain/availability/shift-patterns'
import { TextField } from '@kinplan/ui/text-field'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { cycleText, saidCycle, worksNights, type SaidCycle } from './when-form-cycle-days'
import { HoursFields, OfferFields } from './when-form-offer'
import { OwnCycle } from './when-form-own-cycle'
import type { RuleEditorProps } from './when-form-rows'
import { cycleWords as words, offerWords } from './when-form.copy'

/** Eight hours after a night that ends at six. */
const usualSleep = '14:00'

/** Shifts that repeat: which pattern, the one date that fixes it, its hours; then when they could come apart from them. */
export function CycleEditor(props: RuleEditorProps) {
  const { rule, onWrite, field, name } = props
  const [said, setSaid] = useState<SaidCycle | null>(() => (rule.cycle?.length ? saidCycle(rule.cycle) : null))
  function say(next: SaidCycle) {
    setSaid(next)
    const hadNights = said !== null && worksNights(said)
    onWrite({ ...rule, cycle: cycleText(next), sleepUntil: worksNights(next) ? (hadNights ? rule.sleepUntil : usualSleep) : null })
  }
  return (
    <>
      <ChoiceList
        id={said === null ? field('cycle').id : undefined}
        error={said === null ? field('cycle').error : undefined}
        kind="one"
        name={`${name}-pattern`}
        label={words.pattern}
        choices={shiftPatterns.map(({ code }) => ({ value: code, ...words.patterns[code] }))}
        chosen={said === null ? [] : [said.code]}
        onChoose={([value]) => say(cycleNamed(value))}
      />
      {said !== null && (
        <>
          <TextField
            {...field('from')}
            type="date"
            label={words.questions[shiftPattern(said.code).question]}
            hint={said.code === 'own' ? undefined : words.questionHint}
            value={rule.from ?? ''}
            onChange={(event) => onWrite({ ...rule, from: event.target.value })}
          />
          {said.code === 'own' ? (
            <OwnCycle said={said} onSay={say} from={rule.from ?? ''} field={field} />
          ) : (
            <PatternHoursFields code={said.code} hours={said.hours} onWrite={(hours) => say({ code: said.code, hours })} field={field} />
          )}
          {worksNights(said) && (
            <TextField
              {...field('sleepUntil')}
              type="time"
              label={words.sleep}
              hint={words.sleepHint}
              value={rule.sleepUntil ?? ''}
              onChange={(event) => onWrite({ ...rule, sleepUntil: event.target.value || null })}
            />
          )}
          <fieldset>
            <legend>{offerWords.apart}</legend>
            <HoursFields {...props} />
          </fieldset>
          <OfferFields {...props} />
        </>
      )}
    </>
  )
}

function cycleNamed(value: string | undefined): SaidCycle {
  const code = shiftPatterns.find((pattern) => pattern.code === value)?.code ?? 'own'
  if (code === 'own') return { code, shifts: [{ start: '', end: '' }], days: [] }
  return { code, hours: shiftPattern(code).hours }
}

interface PatternHoursProps extends Pick<RuleEditorProps, 'field'> {
  code: ShiftPatternCode
  hours: PatternHours
  onWrite: (hours: PatternHours) => void
}

/** The hours of each kind of shift that a pattern has. */
function PatternHoursFields({ code, hours, onWrite, field }: PatternHoursProps) {
  const kinds = shiftKinds.filter((kind) => shiftPattern(code).hours[kind])
  return kinds.map((kind, place) => {
    const { start, end } = hours[kind] ?? { start: '', end: '' }
    const shift = words.hoursOf[kind]
    return (
      <div key={kind} className="short-fields">
        <TextField
          {...(place === 0 ? field('cycle') : {})}
          type="time"
          label={words.begins(shift)}
          value={start}
          onChange={(event) => onWrite({ ...hours, [kind]: { start: event.target.value, end } })}
        />
        <TextField
          type="time"
          label={words.ends(shift)}
          value={end}
          onChange={(event) => onWrite({ ...hours, [kind]: { start, end: event.target.value } })}
        />
      </div>
    )
  })
}
