import { Fragment, useId, type ReactNode } from 'react'
import { classNames } from './class-names'
import { describedBy, HintAndError, type FieldWords } from './field-frame'

type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
  /** Asked only when this is chosen. */
  more?: ReactNode
}

export type ChoiceListProps = FieldWords & {
  id?: string
  name: string
  /** one: radios; many: checkboxes. */
  kind: 'one' | 'many'
  choices: readonly Choice[]
  chosen: readonly string[]
  /** All values chosen now, in the order of `choices`. */
  onChoose: (values: string[]) => void
  inRow?: boolean
}

/** A question with a few answers, each a target as large as a thumb. */
export function ChoiceList({ id, name, kind, label, hint, error, asQuestion, choices, chosen, onChoose, inRow }: ChoiceListProps) {
  const ownId = useId()
  const listId = id ?? ownId

  function toggle(value: string, on: boolean) {
    if (kind === 'one') return onChoose([value])
    onChoose(choices.map((choice) => choice.value).filter((one) => (one === value ? on : chosen.includes(one))))
  }

  return (
    <div className={classNames('field', Boolean(error) && 'has-error')}>
      <fieldset aria-describedby={describedBy(listId, { hint, error })}>
        <legend className={classNames(asQuestion && 'question') || undefined}>{asQuestion ? <h1>{label}</h1> : label}</legend>
        <HintAndError id={listId} hint={hint} error={error} />
        <div className={classNames('choices', inRow && 'choices-in-row')}>
          {choices.map((choice, place) => {
            // The first answer carries the list's own id, so that a summary of errors can move to it.
            const choiceId = place === 0 ? listId : `${listId}-${place}`
            const isChosen = chosen.includes(choice.value)
            return (
              <Fragment key={choice.value}>
                <div className="choice">
                  <input
                    type={kind === 'one' ? 'radio' : 'checkbox'}
                    id={choiceId}
                    name={name}
                    value={choice.value}
                    checked={isChosen}
                    disabled={choice.disabled}
                    aria-describedby={choice.hint ? `${choiceId}-more` : undefined}
                    onChange={(event) => toggle(choice.value, event.target.checked)}
                  />
                  <label htmlFor={choiceId}>
                    {choice.label}
                    {choice.hint && (
                      <span className="choice-hint" id={`${choiceId}-more`}>
                        {choice.hint}
                      </span>
                    )}
                  </label>
                </div>
                {isChosen && choice.more && <div className="choice-more">{choice.more}</div>}
              </Fragment>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}
