import { useId, type ComponentProps } from 'react'
import { describedBy, FieldFrame, type FieldWords } from './field-frame'

type TextFieldProps = ComponentProps<'input'> & FieldWords

/** One line of writing. Takes everything an `input` takes; text runs in the direction it is written in. */
export function TextField({ label, hint, error, asQuestion, id, ...input }: TextFieldProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} asQuestion={asQuestion}>
      <input
        type="text"
        dir="auto"
        {...input}
        id={fieldId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { hint, error }, input['aria-describedby'])}
      />
    </FieldFrame>
  )
}
