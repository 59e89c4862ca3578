const presses = 3
/** In milliseconds. */
const within = 5000

/**
 * Calls `leave` when Escape is pressed three times within five seconds, with no other key between; gives what stops listening.
 * It listens to the window, beside whatever draws the page: presses count on while one page gives way to the next.
 */
export function onThreeEscapes(leave: () => void): () => void {
  let pressed: number[] = []
  function onKey(event: KeyboardEvent) {
    if (pressed.length < presses) {
      if (event.repeat) return
      pressed = event.key === 'Escape' ? [...pressed.filter((at) => event.timeStamp - at < within), event.timeStamp] : []
      if (pressed.length < presses) return
      leave()
    }
    // A browser takes Escape for "stop loading", and would stay here.
    event.preventDefault()
  }
  // In the capture phase, so that a dialog or a field that swallows Escape does not lock the way out.
  window.addEventListener('keydown', onKey, true)
  return () => window.removeEventListener('keydown', onKey, true)
}
