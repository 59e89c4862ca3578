const presses = 3
/** In milliseconds. */
const within = 5000

/**
 * Calls `leave` when Escape is pressed three times within five seconds, with no other key between; gives what stops listening.
 * It listens to the window, beside whatever draws the page: presses count on while one page gives way to the next.
 */
export function onThreeEscapes(leave: () => void): () => void {
  let pressed: number[] = []
  let left = false
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') {
      pressed = []
      return
    }
    if (!left && !event.repeat) {
      pressed = [...pressed.filter((at) => event.timeStamp - at < within), event.timeStamp]
      left = pressed.length >= presses
      if (left) leave()
    }
    // A browser takes Escape for "stop loading", and would stay here.
    if (left) event.preventDefault()
  }
  // In the capture phase, so that a dialog or a field that swallows Escape does not lock the way out.
  window.addEventListener('keydown', onKey, true)
  return () => window.removeEventListener('keydown', onKey, true)
}
