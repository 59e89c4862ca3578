import { instantOfMoment, momentOf, type Moment } from './moment'
import { canBeExpanded, type Rule } from './recurrence-rule'
import { dayMs } from '../clock/wall-time'
import type { OffsetAt } from '../clock/zone-clock'

/** A calendar's parts as ical.js reads them (jCal, RFC 7265): name, properties (name, parameters, type, values), and the parts inside. */
export type Part = readonly [name: string, properties: readonly Property[], inside: readonly Part[]]
type Property = readonly [name: string, parameters: Readonly<Record<string, string>>, type: string, ...values: unknown[]]

/** How long from a start: days of the calendar first, then ms on a stopwatch. */
type Length = { readonly days: number; readonly ms: number }
export type Period = { readonly start: Moment; readonly length: Length }

/** Which time of a series an entry stands for, and whether for all later ones too (RANGE=THISANDFUTURE). */
type Place = { readonly moment: Moment; readonly andLater: boolean }

/**
 * When one entry is, and nothing of what it is. The first of `periods` is the one that `rules` repeat; `without` are times left out,
 * `withoutRules` rules whose times are (EXRULE), and `insteadOf` is the time of the series with the same `uid` that this entry stands for.
 * `travelMs` before each start are taken too, as Apple keeps the way there. `isWhole`: nothing in it was beyond us.
 */
export type Entry = {
  readonly uid: string
  readonly isBusy: boolean
  readonly periods: readonly Period[]
  readonly rules: readonly Rule[]
  readonly without: readonly Moment[]
  readonly withoutRules: readonly Rule[]
  readonly insteadOf: Place | null
  readonly travelMs: number
  readonly isWhole: boolean
}

/** The clock that a property's times are on; throws `Unreadable` when nobody knows it. */
export type ClockOf = (property: Property) => OffsetAt

/** Something that is not as the standard has it, or that goes on too long. */
export class Unreadable extends Error {}

/** What cannot be read may not cost the rest, and ical.js throws errors of several kinds: whoever calls counts the nulls. */
export function readOrNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** All properties of a name ('dtstart'), in the order of the file. */
export const propertiesOf = ([, properties]: Part, name: string): Property[] => properties.filter((property) => property[0] === name)
const valuesOf = (property: Property): unknown[] => property.slice(3)

const wordOf = (part: Part, name: string): string => textOf(part, name).toUpperCase()

/** The text of the first property of a name, without spaces around it; empty without one. */
export const textOf = (part: Part, name: string): string => String(propertiesOf(part, name)[0]?.[3] ?? '').trim()

/** The times of all properties of a name; throws `Unreadable` where one is none. */
export function momentsOf(part: Part, name: string, clockOf: ClockOf): Moment[] {
  return propertiesOf(part, name).flatMap((property) => valuesOf(property).map((value) => momentIn(value, clockOf(property))))
}

function momentIn(value: unknown, offsetAt: OffsetAt): Moment {
  const moment = typeof value === 'string' ? momentOf(value, offsetAt) : null
  if (moment === null) throw new Unreadable()
  return moment
}

/** Reads a VEVENT or a VFREEBUSY; throws `Unreadable`, for anything else too. */
export function entryOf(part: Part, clockOf: ClockOf): Entry {
  return part[0] === 'vfreebusy' ? freeBusy(part, clockOf) : event(part, clockOf)
}

function freeBusy(part: Part, clockOf: ClockOf): Entry {
  const taken = propertiesOf(part, 'freebusy').filter(([, parameters]) => parameters.fbtype?.toUpperCase() !== 'FREE')
  const periods = taken.flatMap((property) => valuesOf(property).map((value) => periodIn(value, clockOf(property))))
  return { uid: '', isBusy: true, periods, rules: [], without: [], withoutRules: [], insteadOf: null, travelMs: 0, isWhole: true }
}

/**
 * A start, an end or a length that cannot be read makes the whole entry unreadable; where times are left out or added, only that is passed
 * over.
 */
function event(part: Part, clockOf: ClockOf): Entry {
  const start = momentsOf(part, 'dtstart', clockOf)[0]
  if (start === undefined) throw new Unreadable()
  const length = lengthOf(part, start, clockOf)
  const more = eachRead(
    part,
    'rdate',
    (value, offsetAt) => (Array.isArray(value) ? periodIn(value, offsetAt) : { start: momentIn(value, offsetAt), length }),
    clockOf,
  )
  const without = eachRead(part, 'exdate', momentIn, clockOf)
  const rules = rulesOf(part, 'rrule')
  const withoutRules = rulesOf(part, 'exrule')
  const insteadOf = placeOf(part, clockOf)
  const travel = propertiesOf(part, 'x-apple-travel-duration')[0]
  const travelMs = travel === undefined ? 0 : readOrNull(() => msOf(lengthIn(travel[3])))
  return {
    uid: textOf(part, 'uid'),
    isBusy: isBusy(part),
    periods: [{ start, length }, ...more.read],
    rules: rules.filter(canBeExpanded),
    without: without.read,
    withoutRules: withoutRules.filter(canBeExpanded),
    insteadOf,
    travelMs: travelMs ?? 0,
    isWhole: more.areAll && without.areAll && travelMs !== null && [...rules, ...withoutRules].every(canBeExpanded) && isPlain(part),
  }
}

/** Every value of the properties of a name that can be read, and whether all can. */
function eachRead<T>(
  part: Part,
  name: string,
  read: (value: unknown, offsetAt: OffsetAt) => T,
  clockOf: ClockOf,
): { read: T[]; areAll: boolean } {
  const values = propertiesOf(part, name).flatMap((property) =>
    valuesOf(property).map((value) => readOrNull(() => read(value, clockOf(property)))),
  )
  return { read: values.filter((value) => value !== null), areAll: !values.includes(null) }
}

/** Outlook's own word decides where there is one (MS-OXCICAL, TRANSP). Somebody working elsewhere can be asked, as in Outlook itself. */
function isBusy(part: Part): boolean {
  if (wordOf(part, 'status') === 'CANCELLED') return false
  const inOutlook = wordOf(part, 'x-microsoft-cdo-busystatus') || wordOf(part, 'x-microsoft-msncalendar-busystatus')
  return inOutlook === '' ? wordOf(part, 'transp') !== 'TRANSPARENT' : inOutlook !== 'FREE' && inOutlook !== 'WORKINGELSEWHERE'
}

function placeOf(part: Part, clockOf: ClockOf): Place | null {
  const property = propertiesOf(part, 'recurrence-id')[0]
  return property === undefined
    ? null
    : { moment: momentIn(property[3], clockOf(property)), andLater: property[1].range?.toUpperCase() === 'THISANDFUTURE' }
}

/**
 * Whether an entry stands for one time, or one and all later: what 'and all earlier' (RFC 2445) or rules of its own change is not worked
 * out.
 */
function isPlain(part: Part): boolean {
  const property = propertiesOf(part, 'recurrence-id')[0]
  const range = property?.[1].range?.toUpperCase() ?? 'THISANDFUTURE'
  return property === undefined || (range === 'THISANDFUTURE' && propertiesOf(part, 'rrule').length === 0)
}

/** A day for a date alone, nothing for a time alone. Throws `Unreadable` for an end before the start. */
function lengthOf(part: Part, start: Moment, clockOf: ClockOf): Length {
  const duration = propertiesOf(part, 'duration')[0]
  if (duration !== undefined) return lengthIn(duration[3])
  const end = momentsOf(part, 'dtend', clockOf)[0]
  return end === undefined ? { days: start.isDate ? 1 : 0, ms: 0 } : lengthBetween(start, end)
}

/** Some programs end a whole day on the day it begins; that is one day. */
function lengthBetween(start: Moment, end: Moment): Length {
  const areDates = start.isDate && end.isDate
  const length = areDates
    ? { days: (end.wallMs - start.wallMs) / dayMs, ms: 0 }
    : { days: 0, ms: instantOfMoment(end) - instantOfMoment(start) }
  if (length.days < 0 || length.ms < 0) throw new Unreadable()
  return areDates && length.days === 0 ? { days: 1, ms: 0 } : length
}

/** 'P1W', 'P1DT2H', 'PT90M'. */
function lengthIn(value: unknown): Length {
  const found = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/.exec(String(value))
  if (found === null) throw new Unreadable()
  const [weeks, days, hours, minutes, seconds] = found.slice(1).map((figures) => Number(figures ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 }
}

/** A length (ms) where every day has 24 hours. */
export const msOf = ({ days, ms }: Length): number => days * dayMs + ms

function periodIn(value: unknown, offsetAt: OffsetAt): Period {
  const [from, until] = Array.isArray(value) ? (value as unknown[]) : []
  const start = momentIn(from, offsetAt)
  return { start, length: String(until).startsWith('P') ? lengthIn(until) : lengthBetween(start, momentIn(until, offsetAt)) }
}

/** The rules of a part under a name: 'rrule', by which it repeats, or 'exrule', which takes times out again. */
export const rulesOf = (part: Part, name: 'rrule' | 'exrule'): Rule[] => propertiesOf(part, name).map((property) => property[3] as Rule)
