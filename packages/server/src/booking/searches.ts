import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Piscina } from 'piscina'
import type { Proposal } from '@kinplan/domain/time-search/ranked-times'
import type { TimesAsKept, TimesFound } from '@kinplan/domain/time-search/search-times'
import type { TimePicked } from './search-thread'

/** Searches for a time in threads of their own, so that a large one stops nobody else's page. */
export interface Searches {
  /** Searches for somebody, by whose id: of one person's searches only one runs, so that nobody takes all the threads. */
  search(by: string, kept: TimesAsKept): Promise<TimesFound>
  /** As `search`, for one start picked by hand. */
  byHand(by: string, picked: TimePicked): Promise<Proposal | null>
  close(): Promise<void>
}

/** A thread starts with a search, and ends a minute after its last. One core is left to those who wait for a page. */
export function openSearches(projectRoot: string): Searches {
  const threads = new Piscina({
    filename: join(projectRoot, 'packages', 'server', 'dist', 'search-thread.js'),
    minThreads: 0,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: 60_000,
  })
  const last = new Map<string, Promise<unknown>>()
  async function inTurn<Found>(by: string, search: () => Promise<Found>): Promise<Found> {
    const turn = last.get(by) ?? Promise.resolve()
    const mine = turn.then(search)
    // Whoever asked for it hears of what went wrong; the next one of theirs begins all the same.
    const ended = mine.catch(() => undefined)
    last.set(by, ended)
    void ended.then(() => last.get(by) === ended && last.delete(by))
    return mine
  }
  return {
    search: (by, kept) => inTurn(by, () => threads.run(kept, { name: 'searchTimes' }) as Promise<TimesFound>),
    byHand: (by, picked) => inTurn(by, () => threads.run(picked, { name: 'timeByHand' }) as Promise<Proposal | null>),
    close: () => threads.destroy(),
  }
}
