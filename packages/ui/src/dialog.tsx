import { useEffect, useId, useRef, type ReactNode } from 'react'

type DialogProps = {
  open: boolean
  heading: ReactNode
  children: ReactNode
  /** Buttons: the main one first. */
  actions: ReactNode
  /** Escape or the browser asked to close; put `open` to false. */
  onClose: () => void
}

/** A question in front of the page, on the browser's own dialog: focus stays in it and goes back afterwards. */
export function Dialog({ open, heading, children, actions, onClose }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const element = dialog.current
    if (element && element.open !== open) (open ? show : hide)(element)
  }, [open])

  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={() => open && onClose()}>
      {open && (
        <>
          <h2 id={id} tabIndex={-1}>
            {heading}
          </h2>
          {children}
          <div className="actions">{actions}</div>
        </>
      )}
    </dialog>
  )
}

// Phones from before 2022 have no modal dialogs: there it opens in the page.
const isModal = () => typeof HTMLDialogElement.prototype.showModal === 'function'

function show(element: HTMLDialogElement): void {
  if (isModal()) element.showModal()
  else element.setAttribute('open', '')
  // The question first: no button should be pressed by an Enter that was meant for the page.
  element.querySelector('h2')?.focus()
}

function hide(element: HTMLDialogElement): void {
  if (isModal()) return element.close()
  element.removeAttribute('open')
}
