import { Button } from './button'
import { VisuallyHidden } from './visually-hidden'
import { partWords } from './words.copy'

type LeaveButtonProps = {
  /** Leaves at once: end what must be ended and `location.replace` somewhere harmless. */
  onLeave: () => void
  label?: string
  /** Says that the Escape key does the same: see `onThreeEscapes`. */
  hint?: string
}

/** The way out, always in reach. */
export function LeaveButton({ onLeave, label = partWords.leave, hint = partWords.leaveHint }: LeaveButtonProps) {
  return (
    <Button look="quiet" className="leave" onClick={onLeave} title={hint}>
      {label}
      <VisuallyHidden>. {hint}</VisuallyHidden>
    </Button>
  )
}
