/** Something that happened to one thing, told to all who wait for it in this process. */
export interface Hub {
  /** Wakes everybody who waits for the name. */
  wake(name: string): void
  /** Wakes everybody: something may have happened that this process was not told of. */
  wakeAll(): void
  /**
   * Yields once for each stretch of time in which one of the names was woken, never more often than `everyMs` (milliseconds).
   * Notices that come while nobody asks are kept as one. Ends when `signal` aborts.
   */
  wakes(names: readonly string[], everyMs: number, signal: AbortSignal): AsyncIterable<void>
}

export function createHub(): Hub {
  const waiting = new Map<string, Set<() => void>>()
  return {
    wake: (name) => waiting.get(name)?.forEach((notice) => notice()),
    wakeAll: () => waiting.forEach((all) => all.forEach((notice) => notice())),
    async *wakes(names, everyMs, signal) {
      let woken = false
      let go: () => void = () => undefined
      const notice = () => {
        woken = true
        go()
      }
      for (const name of names) waiting.set(name, (waiting.get(name) ?? new Set()).add(notice))
      signal.addEventListener('abort', notice)
      try {
        while (!signal.aborted) {
          if (!woken) await new Promise<void>((resolve) => (go = resolve))
          woken = false
          if (signal.aborted) return
          yield
          if (everyMs > 0) await pause(everyMs, signal)
        }
      } finally {
        signal.removeEventListener('abort', notice)
        for (const name of names) {
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
