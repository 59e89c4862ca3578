import { Fragment, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { Button, type ButtonProps } from '@kinplan/ui/button'
import { formWords } from './form.copy'
import { readForm, type FormValues } from './form-values'
import { RefusalNotice, type Troubled } from './refusal-notice'

interface ChangeFormProps {
  change: Troubled
  /** The version of what the form shows, where others may change it too. */
  version?: number
  /**
   * Sends what was given, with the version that was on the page when it was typed; null when it was not done: then everything typed stays.
   */
  onSend: (given: FormValues, version: number) => Promise<object | null>
  /** After it was done and the fields were emptied. */
  onDone?: () => void
  /** Keeps what was typed after it was done: for records that are added to. */
  keeps?: boolean
  button: string
  look?: ButtonProps['look']
  /** Beside the button. */
  more?: ReactNode
  children: ReactNode
}

/** A form around one change: what is wrong at its top, one button at its end, and a word when it was saved. */
export function ChangeForm({ change, version = 0, onSend, onDone, keeps = false, button, look, more, children }: ChangeFormProps) {
  const status = useRef<HTMLSpanElement>(null)
  const [round, setRound] = useState(0)
  const [saved, setSaved] = useState(false)
  const [typed, setTyped] = useState(false)
  const [typedAt, setTypedAt] = useState(version)
  // Somebody else's change comes in while nothing is typed here; what is typed stays, with the version it was typed at.
  if (!typed && typedAt !== version) {
    setTypedAt(version)
    setRound(round + 1)
  }
  async function send(form: HTMLFormElement) {
    setSaved(false)
    // Whoever was told that it changed, looked, and sends again means it.
    const told = change.trouble?.kind === 'refused' && change.trouble.code === 'changedMeanwhile'
    const done = await onSend(readForm(form), told ? version : typedAt)
    if (done === null) return
    setSaved(true)
    setTyped(false)
    if (!keeps) setRound((before) => before + 1)
    // The button was closed while it was busy: what had the focus says what happened.
    status.current?.focus()
    onDone?.()
  }
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!change.busy) void send(event.currentTarget)
  }
  return (
    <form noValidate onSubmit={onSubmit} onInput={() => setTyped(true)}>
      <RefusalNotice change={change} />
      <Fragment key={round}>{children}</Fragment>
      <div className="actions">
        <Button type="submit" look={look} disabled={change.busy}>
          {button}
        </Button>
        {more}
        <span ref={status} role="status" tabIndex={-1}>
          {saved && change.trouble === null && formWords.saved}
        </span>
      </div>
    </form>
  )
}
