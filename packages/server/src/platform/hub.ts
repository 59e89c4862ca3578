/** Something that happened to one thing, told to all who wait for it in this process. */
export interface Hub {
  /** Wakes everybody who waits for the name. */
  wake(name: string): void
  /** Wakes everybody: something may have happened that this process was not told of. */
  wakeAll(): void
  /**
   * Yields once for each stretch of time in which one of the names was woken, never more often than `everyMs` (milliseconds): what those
   * names stand for. Notices that come while nobody asks are kept as one. Ends when `signal` aborts.
   */
  wakes<T>(names: ReadonlyMap<string, T>, everyMs: number, signal: AbortSignal): AsyncIterable<ReadonlySet<T>>
}

export function createHub(): Hub {
  const waiting = new Map<string, Set<(name: string) => void>>()
  const wake = (name: string) => waiting.get(name)?.forEach((notice) => notice(name))
  return {
    wake,
    wakeAll: () => [...waiting.keys()].forEach(wake),
    async *wakes<T>(names: ReadonlyMap<string, T>, everyMs: number, signal: AbortSignal) {
      let woken = new Set<T>()
      let go: () => void = () => undefined
      const stop = () => go()
      const notice = (name: string) => {
        const what = names.get(name)
        if (what !== undefined) woken.add(what)
        go()
      }
      for (const name of names.keys()) waiting.set(name, (waiting.get(name) ?? new Set()).add(notice))
      signal.addEventListener('abort', stop)
      try {
        while (!signal.aborted) {
          if (woken.size === 0) await new Promise<void>((resolve) => (go = resolve))
          if (signal.aborted) return
          const heard = woken
          woken = new Set()
          yield heard
          if (everyMs > 0) await pause(everyMs, signal)
        }
      } finally {
        signal.removeEventListener('abort', stop)
        for (const name of names.keys()) {
          waiting.get(name)?.delete(notice)
          if (waiting.get(name)?.size === 0) waiting.delete(name)
        }
      }
    },
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}
