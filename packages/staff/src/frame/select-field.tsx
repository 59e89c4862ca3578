import { useId, type ComponentProps } from 'react'
import { describedBy, FieldFrame, type FieldWords } from '@kinplan/ui/field-frame'
import { formWords } from './form.copy'

interface Option {
  value: string
  label: string
}

type SelectFieldProps = ComponentProps<'select'> &
  FieldWords & {
    options?: readonly Option[]
    /** The words of an empty first choice; without it the first option is chosen. */
    none?: string
  }

/** One of many, where a list of radios would be longer than the page. Groups of options come as children, behind `options`. */
export function SelectField({ label, hint, error, id, options = [], none, children, ...select }: SelectFieldProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <select {...select} id={fieldId} aria-invalid={error ? true : undefined} aria-describedby={describedBy(fieldId, { hint, error })}>
        {none !== undefined && <option value="">{none || formWords.choose}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
    </FieldFrame>
  )
}

/** The options of a record of words, in its own order. */
export function optionsOf<Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>): Option[] {
  return values.map((value) => ({ value, label: words[value] }))
}
