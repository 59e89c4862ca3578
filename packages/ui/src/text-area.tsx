import { useEffect, useId, useState, type ChangeEvent, type ComponentProps } from 'react'
import { describedBy, FieldFrame, type FieldWords } from './field-frame'
import { partWords } from './words.copy'

export type TextAreaProps = ComponentProps<'textarea'> &
  FieldWords & {
    /** The most letters (Unicode code points) it holds. Typing is never cut off; words appear from four fifths on. */
    budget?: number
    /** What stands in it, where something else than typing changes that. */
    counted?: string
    lettersLeft?: (left: number) => string
    lettersOver?: (over: number) => string
  }

const quietBeforeSpeaking = 1000

/** Several lines of writing, with a budget that shows itself only when it is near. */
export function TextArea({
  label,
  hint,
  error,
  asQuestion,
  id,
  budget,
  counted,
  lettersLeft = partWords.lettersLeft,
  lettersOver = partWords.lettersOver,
  onChange,
  ...area
}: TextAreaProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  const [typed, setTyped] = useState(String(area.defaultValue ?? ''))
  const length = [...String(area.value ?? counted ?? typed)].length
  const near = budget !== undefined && length >= budget * 0.8
  const count = near ? (length > budget ? lettersOver(length - budget) : lettersLeft(budget - length)) : ''
  const spoken = useSettled(count)

  function change(event: ChangeEvent<HTMLTextAreaElement>) {
    setTyped(event.target.value)
    onChange?.(event)
  }

  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} asQuestion={asQuestion}>
      <textarea
        dir="auto"
        rows={4}
        {...area}
        onChange={change}
        id={fieldId}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { hint, error }, area['aria-describedby'])}
      />
      {count && (
        <p className="field-count" aria-hidden="true">
          {count}
        </p>
      )}
      {budget !== undefined && (
        <div className="visually-hidden" role="status">
          {spoken}
        </div>
      )}
    </FieldFrame>
  )
}

/** The value once it has stopped changing: a screen reader should not be told of each letter. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quietBeforeSpeaking)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
