import type { AllowedStarts } from './allowed-starts'
import type { Attendance } from './attendance'
import type { Window } from './slot-grid'
import type { TimeAsk } from './time-ask'
import type { TimePerson } from './time-person'

/**
 * What one search knows whatever the place: `length` in slots, and `among`, the words of a grid that hold a start that can be asked about.
 */
export interface SearchFacts {
  readonly ask: TimeAsk
  readonly people: readonly TimePerson[]
  readonly length: number
  readonly window: Window
  readonly starts: readonly AllowedStarts[]
  readonly among: Int32Array
  readonly attendance: Attendance
}
