import { useState } from 'react'

const prefix = 'kinplan typed '

/**
 * What a worker has typed and not sent, kept in this window, also when the page is loaded again; null where nothing is. It goes when it is
 * set to null, with the window, and with whoever leaves.
 */
export function useKeptTyped<Typed>(workerId: string, of: string): [Typed | null, (typed: Typed | null) => void] {
  const name = `${prefix}${workerId} ${of}`
  const [typed, setTyped] = useState(() => JSON.parse(window.sessionStorage.getItem(name) ?? 'null') as Typed | null)
  return [
    typed,
    (next) => {
      if (next === null) window.sessionStorage.removeItem(name)
      else window.sessionStorage.setItem(name, JSON.stringify(next))
      setTyped(next)
    },
  ]
}

/** Somebody leaves. */
export function forgetKeptTyped(): void {
  for (const name of Object.keys(window.sessionStorage)) if (name.startsWith(prefix)) window.sessionStorage.removeItem(name)
}
