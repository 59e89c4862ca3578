import { openSearches, type Searches } from '@kinplan/server/booking/searches'
import { findProjectRoot } from '@kinplan/server/platform/project-root'

let opened: Searches | undefined

/** Threads that all servers of a process share; they end with it. */
export const searchesOfProcess = (): Searches => (opened ??= openSearches(findProjectRoot()))
