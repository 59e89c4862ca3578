import { zoneOfWindows } from './windows-zones'
import { dayMs, readDate, zoneKnown } from '../clock/wall-time'
import { instantOf, offsetsOf, type OffsetAt } from '../clock/zone-clock'

/** A time as a calendar file writes it: `wallMs` as if the wall were UTC, and the clock it is read on. A date is its first moment. */
export type Moment = { readonly wallMs: number; readonly isDate: boolean; readonly offsetAt: OffsetAt }

/** From one instant (ms) on, a clock that a file defines is this far ahead of UTC (ms); before it, that far. */
export type ClockChange = { readonly atMs: number; readonly before: number; readonly after: number }

const utc: OffsetAt = () => 0

/** The instant (ms) of a moment, or of the same time `days` days on. */
export function instantOfMoment({ wallMs, offsetAt }: Moment, days = 0): number {
  return instantOf(offsetAt, wallMs + days * dayMs)
}

/**
 * What the wall (ms) of another clock shows at a moment. A whole day is midnight of that date on every wall, and so is midnight where
 * `areDates`.
 */
export function wallOnClock(moment: Moment, offsetAt: OffsetAt, areDates: boolean): number {
  if (moment.isDate || (areDates && moment.wallMs % dayMs === 0)) return moment.wallMs
  const ms = instantOfMoment(moment)
  return ms + offsetAt(ms)
}

/**
 * A date or time as ical.js hands it on ('2027-01-04', '2027-01-04T10:00:00', the same with 'Z'), on the clock given unless it says
 * UTC; null for a day or a time that there is not. A leap second is the second before it.
 */
export function momentOf(text: string, offsetAt: OffsetAt): Moment | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(?:::|([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(Z?)))?$/.exec(text)
  const date = found === null ? null : yearAsDate(found[1]!)
  if (found === null || date === null) return null
  const [, , hour, minute, second, isUtc] = found
  if (hour === undefined) return { wallMs: date, isDate: true, offsetAt }
  const wallMs = date + ((Number(hour) * 60 + Number(minute)) * 60 + Math.min(Number(second), 59)) * 1000
  return { wallMs, isDate: false, offsetAt: isUtc === 'Z' ? utc : offsetAt }
}

/** Years before 1900 stand in the definitions of zones ('16010101T000000'); `parseDate` reads the days people mean. */
function yearAsDate(date: string): number | null {
  const year = Number(date.slice(0, 4))
  const known = year < 1900 ? readDate(`2000${date.slice(4)}`) : readDate(date)
  return known === null ? null : Date.parse(`${date}T00:00:00Z`)
}

/** The clock of a zone that a file defines by its changes, in any order; null without one. */
export function clockOfChanges(changes: readonly ClockChange[]): OffsetAt | null {
  const lastFirst = [...changes].sort((a, b) => b.atMs - a.atMs)
  const earliest = lastFirst[lastFirst.length - 1]
  return earliest === undefined ? null : (ms) => lastFirst.find(({ atMs }) => atMs <= ms)?.after ?? earliest.before
}

/**
 * The clock of a zone's name, or null. First the IANA list, also where a program wrote its own name before it
 * ('/mozilla.org/20050126_1/Europe/London'): files often define those for one year only. Then what the file defines, then short names such
 * as 'GMT', then Windows' names: Outlook's calendars on the web define only some of those they use.
 */
export function clockOfZone(tzid: string, defined: ReadonlyMap<string, OffsetAt>): OffsetAt | null {
  const parts = tzid.split('/')
  const tails = parts.map((_, at) => parts.slice(at).join('/')).filter((tail) => tail.includes('/'))
  const listed = tails.find(zoneKnown)
  if (listed !== undefined) return offsetsOf(listed)
  const ofFile = defined.get(tzid)
  if (ofFile !== undefined) return ofFile
  const named = zoneKnown(tzid) ? tzid : zoneOfWindows(tzid)
  return named === null ? null : offsetsOf(named)
}
