import type { Used } from './rate-limit.store'

/** So many at once, and then as many again in ten seconds, or in `overMs`. */
export interface Counted {
  name: string
  most: number
  /** The time over which `most` counts, in milliseconds. */
  overMs?: number
  /** How many are taken; one where it is not said. */
  amount?: number
}

/** The time over which `most` counts where nothing is said, in milliseconds. */
const windowMs = 10_000
/**
 * The share of a limit that is not told to other servers: who asks as people do is nowhere written down, and costs no statement. Ten
 * servers together let nobody have more than twice their limit untold.
 */
const untoldShare = 0.1
/** Names kept in memory, each some hundred bytes; a council's whole day has fewer. The one that asked longest ago is forgotten first. */
const mostNames = 50_000

interface Use {
  /** Until when what was used reaches: what is not used comes back by itself. Milliseconds of the monotonic clock. */
  until: number
  /** Used here since the last round, in milliseconds. */
  untold: number
}

export interface RateLimits {
  /** Takes of each name's, or none of any: then gives how long to wait, in milliseconds. 0 when it was taken. */
  take(counted: readonly Counted[]): number
  /** Tells the other servers what was used here, and hears from them. Nothing when nobody asked for much. */
  share(exchange: (used: Used[]) => Promise<ReadonlyMap<string, number>>): Promise<void>
}

/**
 * Counts by name with the generic cell rate algorithm (ITU-T I.371), one number a name: in memory, so that to refuse costs nothing; and
 * from a tenth of a limit on, about once a second, for all servers. `now` in milliseconds, never going back.
 */
export function openRateLimits(now: () => number = () => performance.now()): RateLimits {
  const uses = new Map<string, Use>()

  function addUse(name: string, ms: number, at: number): void {
    const kept = uses.get(name)
    // Those that asked of late stand last.
    uses.delete(name)
    const reach = reachOf(kept, at) + ms
    // What came back meanwhile is nobody's to hear of.
    uses.set(name, { until: at + reach, untold: Math.min(reach, (kept?.untold ?? 0) + ms) })
    const [oldest] = uses.keys()
    if (uses.size > mostNames && oldest !== undefined) uses.delete(oldest)
  }

  return {
    take(counted) {
      const at = now()
      const costs = counted.map(({ name, most, overMs = windowMs, amount = 1 }) => ({ name, overMs, ms: (overMs / most) * amount }))
      const waits = costs.map(({ name, overMs, ms }) => reachOf(uses.get(name), at) + ms - overMs)
      const wait = Math.max(0, ...waits)
      if (wait === 0) for (const { name, ms } of costs) addUse(name, ms, at)
      return wait
    },
    async share(exchange) {
      const at = now()
      const told = [...uses].flatMap(([name, { until, untold }]) =>
        untold > 0 && until - at > windowMs * untoldShare ? [{ name, ms: untold }] : [],
      )
      if (told.length === 0) return
      const reaches = await exchange(told)
      const heardAt = now()
      for (const { name, ms } of told) {
        const kept = uses.get(name)
        if (kept === undefined) continue
        kept.untold -= ms
        kept.until = Math.max(kept.until, heardAt + (reaches.get(name) ?? 0) + kept.untold)
      }
    },
  }
}

/** How far what was used reaches, in milliseconds. */
const reachOf = (kept: Use | undefined, at: number) => Math.max(0, (kept?.until ?? 0) - at)
