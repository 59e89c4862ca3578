import { ChoiceList } from '@kinplan/ui/choice-list'
import { weekdayInShort, weekdayInWords } from '../frame/when'
import { HoursFields, OfferFields } from './when-form-offer'
import type { RuleEditorProps } from './when-form-rows'
import { offerWords as words } from './when-form.copy'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** Hours on days of ordinary weeks. */
export function WeekEditor(props: RuleEditorProps) {
  const { rule, onWrite, field, name } = props
  return (
    <>
      <ChoiceList
        {...field('weekdays')}
        kind="many"
        inRow
        name={`${name}-days`}
        label={words.days}
        choices={weekdays.map((day) => ({ value: String(day), label: <abbr title={weekdayInWords(day)}>{weekdayInShort(day)}</abbr> }))}
        chosen={(rule.weekdays ?? []).map(String)}
        onChoose={(values) => onWrite({ ...rule, weekdays: values.map(Number) })}
      />
      <HoursFields {...props} />
      <OfferFields {...props} />
    </>
  )
}
