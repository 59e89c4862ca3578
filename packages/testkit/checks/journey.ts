import type { Page } from 'playwright-core'
import type { RefusalsRead, Windows } from './browser-windows'

/** Everybody of the way has a window of their own: workers a laptop, the family a phone each. */
export interface Journey {
  /** Where the server answers. */
  address: string
  /** The folder that messages go to. */
  outbox: string
  /** The database's clock is a minute on. */
  minutePasses(): Promise<void>
  windows: Windows
  refusals: RefusalsRead
  /** Social worker. */
  priya: Page
  /** Coordinator. */
  helen: Page
  /** Supervisor. */
  ruth: Page
  hannah: Page
  mark: Page
  sue: Page
  /** His phone runs no script. */
  lee: Page
  familyAddress: string
  meetingAddress: string
}

/** One step of the main job; throws when somebody could not do their part. */
export interface Step {
  name: string
  walk(journey: Journey): Promise<void>
}
