import { useEffect, useRef } from 'react'
import { Button } from './button'
import { VisuallyHidden } from './visually-hidden'
import { partWords } from './words.copy'

type LeaveButtonProps = {
  /** Leaves at once: end what must be ended and `location.replace` somewhere harmless. */
  onLeave: () => void
  label?: string
  /** Says that the Escape key does the same. */
  hint?: string
}

const presses = 3
const within = 5000

/** The way out, always in reach: this button, or Escape three times within five seconds. */
export function LeaveButton({ onLeave, label = partWords.leave, hint = partWords.leaveHint }: LeaveButtonProps) {
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  }, [onLeave])

  useEffect(() => {
    let pressed: number[] = []
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Escape') {
        pressed = []
        return
      }
      if (event.repeat) return
      pressed = [...pressed.filter((at) => event.timeStamp - at < within), event.timeStamp]
      if (pressed.length >= presses) leave.current()
    }
    // In the capture phase, so that a dialog or a field that swallows Escape does not lock the way out.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])

  return (
    <Button look="quiet" className="leave" onClick={onLeave} title={hint}>
      {label}
      <VisuallyHidden>. {hint}</VisuallyHidden>
    </Button>
  )
}
