import { mostWindowDays, parseWeekdays } from '../availability/availability-rule'
import type { AvailabilityRefusal } from '../availability/availability-rule'
import type { Block } from '../clock/block'
import { dayOfDate, minuteOfTime, readDate, readEndTime, readTime, zoneKnown } from '../clock/wall-time'
import { mostMeetingMinutes } from '../meeting/meeting-length'

/** A short list: the number a coordinator can weigh at once. */
export const usualProposals = 6
/** More than this nobody reads; a heat map shows the rest. */
const mostProposals = 40

/** A room of a place, and the times (ms) at which somebody has it. `twoWaysOut`: two doors, so that nobody is cornered. */
export type RoomOffered = {
  readonly id: string
  readonly capacity: number
  readonly stepFree: boolean
  readonly twoWaysOut: boolean
  readonly busy: readonly Block[]
}

export type PlaceOffered = { readonly id: string; readonly rooms: readonly RoomOffered[] }

/** What the rooms must have. The second room need not have two ways out: it is for those who do not meet. */
export type RoomNeeds = { readonly stepFree: boolean; readonly twoWaysOut: boolean; readonly secondRoom: boolean }

/**
 * What a coordinator asks for. Dates 'YYYY-MM-DD' (both included) and times 'HH:MM' are wall time in `zone`; the
 * whole meeting lies between `earliest` and `latest` ('24:00' allowed) of one day. `minutes` are whole quarter hours,
 * measured on a stopwatch: across a clock change the wall shows more or fewer. `weekdays` (1 Monday to 7) left out
 * means every day. It does not start before the instant `noticeUntil` (ms), lies on none of `daysOff`, and does not overlap
 * `schoolHours` on those dates. `nowMs` is the present, from which the notice of an employer counts. `places` are in the coordinator's
 * order; without any the meeting has no place, so nobody travels and there is no second room. At most `most` proposals.
 */
export type TimeAsk = {
  readonly fromDate: string
  readonly untilDate: string
  readonly zone: string
  readonly minutes: number
  readonly earliest: string
  readonly latest: string
  readonly weekdays?: readonly number[]
  readonly noticeUntil: number
  readonly nowMs: number
  readonly most?: number
  readonly daysOff?: readonly string[]
  readonly schoolHours?: { readonly days: readonly string[]; readonly start: string; readonly end: string }
  readonly places?: readonly PlaceOffered[]
  readonly roomNeeds?: RoomNeeds
}

/**
 * An ask as a form gives it; dates and times are the text that was typed. Days off, school hours and places come from our own lists and are
 * taken as they are.
 */
export type TypedTimeAsk = Omit<TimeAsk, 'weekdays' | 'most'> & {
  readonly weekdays?: readonly number[] | null
  readonly most?: number | null
}

type TimeAskField = 'zone' | 'fromDate' | 'untilDate' | 'earliest' | 'latest' | 'minutes' | 'weekdays'

type ParsedTimeAsk =
  | { readonly ok: true; readonly ask: TimeAsk }
  | { readonly ok: false; readonly code: AvailabilityRefusal; readonly field: TimeAskField }

/**
 * Reads an ask from a form, or says the first thing that is wrong and where. A length that does not fit between `earliest` and `latest` is
 * 'timeImpossible' at 'minutes'.
 */
export function parseTimeAsk(typed: TypedTimeAsk): ParsedTimeAsk {
  if (!zoneKnown(typed.zone)) return { ok: false, code: 'zoneUnknown', field: 'zone' }
  const fromDate = readDate(typed.fromDate)
  if (fromDate === null) return { ok: false, code: 'dateImpossible', field: 'fromDate' }
  const untilDate = readDate(typed.untilDate)
  if (untilDate === null) return { ok: false, code: 'dateImpossible', field: 'untilDate' }
  const days = dayOfDate(untilDate) - dayOfDate(fromDate) + 1
  if (days < 1) return { ok: false, code: 'endBeforeStart', field: 'untilDate' }
  if (days > mostWindowDays) return { ok: false, code: 'windowTooLong', field: 'untilDate' }
  const earliest = readTime(typed.earliest)
  if (earliest === null) return { ok: false, code: 'timeImpossible', field: 'earliest' }
  const latest = readEndTime(typed.latest)
  if (latest === null) return { ok: false, code: 'timeImpossible', field: 'latest' }
  const room = minuteOfTime(latest) - minuteOfTime(earliest)
  if (room <= 0) return { ok: false, code: 'endBeforeStart', field: 'latest' }
  const { minutes } = typed
  if (!Number.isInteger(minutes / 15) || minutes < 15 || minutes > Math.min(room, mostMeetingMinutes)) {
    return { ok: false, code: 'timeImpossible', field: 'minutes' }
  }
  const weekdays = parseWeekdays(typed.weekdays ?? [1, 2, 3, 4, 5, 6, 7])
  if (weekdays === null) return { ok: false, code: 'noDayChosen', field: 'weekdays' }
  const most = Math.min(Math.max(Math.trunc(typed.most ?? usualProposals), 1), mostProposals)
  return { ok: true, ask: { ...typed, fromDate, untilDate, earliest, latest, weekdays, most } }
}
