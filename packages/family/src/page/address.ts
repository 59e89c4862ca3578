import { useSyncExternalStore } from 'react';

const base = '/f';
const moved = 'kinplan-moved';

/** Where the page is, below /f: '/' or '/meeting/<id>/day'. */
export function pathNow(): string {
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : '';
  return path.replace(/\/+$/, '') || '/';
}

/** Goes to another page of this app; the browser's back comes back here. */
export function go(path: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', addressOf(path));
  else history.pushState(null, '', addressOf(path));
  window.scrollTo(0, 0);
  window.dispatchEvent(new Event(moved));
}

export function addressOf(path: string): string {
  return base + (path === '/' ? '/' : path);
}

export function usePath(): string {
  return useSyncExternalStore(watchPath, pathNow);
}

function watchPath(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}
