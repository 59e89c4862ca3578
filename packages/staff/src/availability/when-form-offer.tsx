import { preferences, type Preference } from '@kinplan/domain/availability/availability-rule'
import { waysToChoose } from '@kinplan/domain/meeting/participation'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { TextField } from '@kinplan/ui/text-field'
import { wayWords } from './ways.copy'
import { offerWords as words } from './when-form.copy'
import type { RuleEditorProps } from './when-form-rows'

/** A field for days that shows the end of a day as midnight, which is how a clock shows it. */
const asClock = (end: string) => (end === '24:00' ? '00:00' : end)
const asEnd = (clock: string) => (clock === '00:00' ? '24:00' : clock)

/** From when to when somebody could come. */
export function HoursFields({ rule, onWrite, field }: RuleEditorProps) {
  return (
    <div className="short-fields">
      <TextField
        {...field('start')}
        type="time"
        label={words.start}
        value={rule.start ?? ''}
        onChange={(event) => onWrite({ ...rule, start: event.target.value })}
      />
      <TextField
        {...field('end')}
        type="time"
        label={words.end}
        value={asClock(rule.end ?? '')}
        onChange={(event) => onWrite({ ...rule, end: asEnd(event.target.value) })}
      />
    </div>
  )
}

/** How they would take part, how well it suits them, and whether they would need time off work. */
export function OfferFields({ rule, onWrite, field, name }: RuleEditorProps) {
  const needsTimeOff = rule.timeOffDays !== null && rule.timeOffDays !== undefined
  return (
    <>
      <ChoiceList
        {...field('how')}
        kind="many"
        inRow
        name={`${name}-how`}
        label={words.how}
        choices={waysToChoose.map((way) => ({ value: way, label: wayWords[way] }))}
        chosen={rule.how ?? []}
        onChoose={(values) => onWrite({ ...rule, how: waysToChoose.filter((way) => values.includes(way)) })}
      />
      <ChoiceList
        {...field('preference')}
        kind="one"
        inRow
        name={`${name}-preference`}
        label={words.preference}
        choices={preferences.toReversed().map((preference) => ({ value: preference, label: words.preferences[preference] }))}
        chosen={[rule.preference ?? 'possible']}
        onChoose={([value]) => onWrite({ ...rule, preference: preferenceOf(value) })}
      />
      <ChoiceList
        kind="one"
        inRow
        name={`${name}-time-off`}
        label={rule.kind === 'ordinaryWeek' ? words.timeOff : words.timeOffShift}
        choices={[
          { value: 'no', label: words.timeOffNo },
          { value: 'yes', label: words.timeOffYes },
        ]}
        chosen={[needsTimeOff ? 'yes' : 'no']}
        onChoose={([value]) => onWrite({ ...rule, timeOffDays: value === 'yes' ? 0 : null })}
      />
      {needsTimeOff && (
        <TextField
          {...field('timeOffDays')}
          inputMode="numeric"
          size={4}
          label={words.noticeDays}
          hint={words.noticeHint}
          value={String(rule.timeOffDays)}
          onChange={(event) => onWrite({ ...rule, timeOffDays: Number(event.target.value.replaceAll(/\D/g, '')) })}
        />
      )}
    </>
  )
}

function preferenceOf(value: string | undefined): Preference {
  return preferences.find((preference) => preference === value) ?? 'possible'
}
