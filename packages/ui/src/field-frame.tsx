import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type FieldWords = {
  label: ReactNode
  hint?: ReactNode
  /** What to do, in the person's words. Shown next to the control and read with it. */
  error?: ReactNode
  /** The label is the page's question: its largest heading. */
  asQuestion?: boolean
}

/** The ids of hint, error and more, for `aria-describedby`. */
export function describedBy(id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>, more?: string): string | undefined {
  return classNames(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`, more) || undefined
}

/** Hint and error, with the ids that `describedBy` names. */
export function HintAndError({ id, hint, error }: { id: string } & Pick<FieldWords, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

/** Label, hint and error around one control with this id. */
export function FieldFrame({ id, label, hint, error, asQuestion, children }: FieldWords & { id: string; children: ReactNode }) {
  const words = <label htmlFor={id}>{label}</label>
  return (
    <div className={classNames('field', Boolean(error) && 'has-error')}>
      {asQuestion ? (
        <div className="question">
          <h1>{words}</h1>
        </div>
      ) : (
        words
      )}
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}
