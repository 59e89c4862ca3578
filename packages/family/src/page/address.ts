import { useSyncExternalStore } from 'react'

const base = '/f'
const moved = 'kinplan-moved'
let cameBack = false

/** Where the page is, below /f: '/' or '/meeting/<id>/day'. */
function pathNow(): string {
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : ''
  return path.replace(/\/+$/, '') || '/'
}

/** Goes to another page of this app; the browser's back comes back here. */
export function go(path: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', addressOf(path))
  else history.pushState(null, '', addressOf(path))
  cameBack = false
  window.dispatchEvent(new Event(moved))
}

export function addressOf(path: string): string {
  return base + (path === '/' ? '/' : path)
}

export function usePath(): string {
  return useSyncExternalStore(watchPath, pathNow)
}

/** True when this page was reached by the browser's back or forward: then the browser finds the old place on it. */
export function reachedByBack(): boolean {
  return cameBack
}

function watchPath(listener: () => void): () => void {
  const back = () => {
    cameBack = true
    listener()
  }
  window.addEventListener('popstate', back)
  window.addEventListener(moved, listener)
  return () => {
    window.removeEventListener('popstate', back)
    window.removeEventListener(moved, listener)
  }
}
