import { useEffect, useRef } from 'react'
import { Button } from './button'
import { onThreeEscapes } from './three-escapes'
import { VisuallyHidden } from './visually-hidden'
import { partWords } from './words.copy'

type LeaveButtonProps = {
  /** Leaves at once: end what must be ended and `location.replace` somewhere harmless. */
  onLeave: () => void
  label?: string
  /** Says that the Escape key does the same. */
  hint?: string
}

/** The way out, always in reach: this button, or Escape three times within five seconds. */
export function LeaveButton({ onLeave, label = partWords.leave, hint = partWords.leaveHint }: LeaveButtonProps) {
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  }, [onLeave])

  useEffect(() => onThreeEscapes(() => leave.current()), [])

  return (
    <Button look="quiet" className="leave" onClick={onLeave} title={hint}>
      {label}
      <VisuallyHidden>. {hint}</VisuallyHidden>
    </Button>
  )
}
