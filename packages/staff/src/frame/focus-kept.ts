import { useEffect, useRef, useState, type RefObject } from 'react'

const headings = 'h1, h2, h3, h4'
const named = 'details, dialog[open], section, .card, .notice, main'

/** Where the focus was: the element, what it stood in (nearest first), and, in front of the page, where it was before. */
interface Place {
  element: HTMLElement
  around: readonly Element[]
  dialog: HTMLDialogElement | null
  before: Place | null
}

/** Moves the focus to an element that need not be a control; false where it cannot be seen. */
function focusOn(element: HTMLElement | null | undefined): boolean {
  if (!element) return false
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus()
  return document.activeElement === element
}

/** What says of a part of the page which one it is: what opens it, or its heading. */
function nameOf(part: Element): HTMLElement | null {
  return part.querySelector<HTMLElement>(part.matches('details') ? 'summary' : headings)
}

function placeOf(element: HTMLElement, before: Place | null): Place {
  const around: Element[] = []
  for (let part = element.parentElement; part !== null; part = part.parentElement) if (part.matches(named)) around.push(part)
  const dialog = element.closest('dialog')
  // From one control of a dialog to the next, the way back stays the same.
  return { element, around, dialog, before: dialog === null ? null : before?.dialog === dialog ? before.before : before }
}

const isThere = ({ element }: Place) => element.isConnected && !element.matches(':disabled')

/** Goes back to where the focus was, or to the nearest part of the page around it that is still there. */
function goTo(place: Place): void {
  if (isThere(place) && focusOn(place.element)) return
  if (place.before !== null && (place.dialog?.open !== true || !place.dialog.isConnected)) return goTo(place.before)
  place.around.some((part) => part.isConnected && focusOn(nameOf(part)))
}

/**
 * The focus never falls to the top of the page because what had it went away: a row that was taken off, a button that has done its work, a
 * question that was answered. It goes back to the control if that is there again, else to whatever opened the question, else to the heading
 * of the part that is still there. Whoever puts the focus elsewhere, or presses beside everything, is left alone.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let place: Place | null = null
    const fell = () => document.activeElement === null || document.activeElement === document.body
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target !== document.body) place = placeOf(target, place)
    }
    // Somebody let go of it themselves, unless the control had gone or was closed by then.
    const letGo = () =>
      void setTimeout(() => {
        if (place !== null && fell() && isThere(place)) place = null
      })
    const keep = () => {
      if (place === null || !fell() || !document.hasFocus()) return
      // A button that is busy comes back.
      if (place.element.isConnected && place.element.matches(':disabled')) return
      goTo(place)
    }
    const watch = new MutationObserver(keep)
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'open'] })
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', letGo)
    return () => {
      watch.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', letGo)
    }
  }, [])
}

/** A part of the page to which the focus goes once something was done: to its heading or what opens it, else to itself. */
export function useLanding<Part extends HTMLElement>(): { landing: RefObject<Part | null>; land: () => void } {
  const landing = useRef<Part>(null)
  const [landed, setLanded] = useState(0)
  useEffect(() => {
    if (landed === 0) return
    const part = landing.current
    focusOn(part?.querySelector<HTMLElement>(`${headings}, summary`) ?? part)
  }, [landed])
  return { landing, land: () => setLanded((before) => before + 1) }
}
