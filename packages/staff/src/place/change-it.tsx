import { useState, type ReactNode } from 'react'
import { Button } from '@kinplan/ui/button'
import { Dialog } from '@kinplan/ui/dialog'
import { changeWords as words } from './places.copy'

interface ChangeItProps {
  /** What is changed, for people who hear the button without its row. */
  label: string
  /** The form; `close` when it is done. */
  children: (close: () => void) => ReactNode
}

/** A button in a row that opens the form for the row in front of the page. */
export function ChangeIt({ label, children }: ChangeItProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button look="link" aria-label={label} onClick={() => setOpen(true)}>
        {words.change}
      </Button>
      <Dialog
        open={open}
        heading={<bdi>{label}</bdi>}
        onClose={close}
        actions={
          <Button look="quiet" onClick={close}>
            {words.back}
          </Button>
        }
      >
        {children(close)}
      </Dialog>
    </>
  )
}
