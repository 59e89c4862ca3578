const presses = 3
/** In milliseconds. */
const within = 5000

/** Calls `leave` when Escape is pressed three times within five seconds, with no other key between; gives what stops listening. */
export function onThreeEscapes(leave: () => void): () => void {
  let pressed: number[] = []
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') {
      pressed = []
      return
    }
    if (event.repeat) return
    pressed = [...pressed.filter((at) => event.timeStamp - at < within), event.timeStamp]
    if (pressed.length >= presses) leave()
  }
  // In the capture phase, so that a dialog or a field that swallows Escape does not lock the way out.
  window.addEventListener('keydown', onKey, true)
  return () => window.removeEventListener('keydown', onKey, true)
}
