/** The part of a calendar file that says when somebody is busy: everything else is left behind line by line. */
type CalendarLines = {
  /** False when there is no BEGIN:VCALENDAR: some other file. */
  readonly isCalendar: boolean
  /** One text an entry (VEVENT, VFREEBUSY, VAVAILABILITY), unfolded, with the kept lines only. */
  readonly entries: readonly string[]
  /** One text a time zone that the file defines (VTIMEZONE). */
  readonly zones: readonly string[]
  /** Entries that begin and do not end. */
  readonly brokenOff: number
}

/** What says when, how often and whether busy. No summary, place, description or name of anybody is in the list. */
const keptOf: Readonly<Record<string, ReadonlySet<string>>> = {
  VEVENT: new Set([
    'UID',
    'DTSTART',
    'DTEND',
    'DURATION',
    'RRULE',
    'EXRULE',
    'RDATE',
    'EXDATE',
    'RECURRENCE-ID',
    'STATUS',
    'TRANSP',
    'X-MICROSOFT-CDO-BUSYSTATUS',
    'X-MICROSOFT-MSNCALENDAR-BUSYSTATUS',
    'X-APPLE-TRAVEL-DURATION',
  ]),
  VFREEBUSY: new Set(['FREEBUSY']),
  VTIMEZONE: new Set(['TZID']),
  STANDARD: new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']),
  DAYLIGHT: new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']),
}
/** Of VAVAILABILITY (RFC 7953) nothing is kept, so that it counts as an entry that cannot be read. */
const outermost = new Set(['VEVENT', 'VFREEBUSY', 'VAVAILABILITY', 'VTIMEZONE'])
const insideZone = new Set(['STANDARD', 'DAYLIGHT'])

/** Picks out of a calendar file (RFC 5545; any line ends, folded or not) the lines that say when. */
export function calendarLines(text: string): CalendarLines {
  const entries: string[] = []
  const zones: string[] = []
  let isCalendar = false
  let brokenOff = 0
  let open: { readonly name: string; readonly lines: string[]; readonly inside: string[] } | null = null
  for (const line of unfolded(text)) {
    const edge = /^(BEGIN|END)[ \t]*:[ \t]*([A-Z-]+)[ \t]*$/i.exec(line)
    const name = edge?.[2]?.toUpperCase() ?? ''
    const begins = edge?.[1]?.toUpperCase() === 'BEGIN'
    if (begins && name === 'VCALENDAR') isCalendar = true
    if (begins && outermost.has(name)) {
      if (open !== null && open.name !== 'VTIMEZONE') brokenOff++
      open = { name, lines: [`BEGIN:${name}`], inside: [] }
    } else if (open !== null && edge !== null && !begins && name === open.name) {
      const whole = [...open.lines, `END:${name}`].join('\r\n')
      if (name === 'VTIMEZONE') zones.push(whole)
      else entries.push(whole)
      open = null
    } else if (open !== null && edge !== null) {
      if (begins) open.inside.push(name)
      else open.inside.pop()
      if (open.name === 'VTIMEZONE' && insideZone.has(name)) open.lines.push(`${begins ? 'BEGIN' : 'END'}:${name}`)
    } else if (open !== null && keptOf[open.inside[open.inside.length - 1] ?? open.name]?.has(nameOf(line))) {
      const tidied = tidy(line)
      if (tidied !== null) open.lines.push(tidied)
    }
  }
  if (open !== null && open.name !== 'VTIMEZONE') brokenOff++
  return { isCalendar, entries, zones, brokenOff }
}

/**
 * What programs write and mean nothing by: blanks, small letters and a last semicolon in a rule, a last comma in a list of times, a list
 * without any (null), an offset without '+'.
 */
function tidy(line: string): string | null {
  const value = line.search(/:[^:]*$/) + 1
  const before = line.slice(0, value)
  if (/^(?:RRULE|EXRULE)[;:]/i.test(line)) return before + line.slice(value).replace(/\s/g, '').replace(/;+$/, '').toUpperCase()
  if (/^TZOFFSET/i.test(line)) return before + line.slice(value).replace(/^(?=\d)/, '+')
  if (!/^(?:EXDATE|RDATE)[;:]/i.test(line)) return line
  const times = line.slice(value).replace(/[\s,]+$/, '')
  return times === '' ? null : before + times
}

const nameOf = (line: string): string => line.slice(0, Math.max(line.search(/[;:]/), 0)).toUpperCase()

/** Lines of the file as they were before they were folded: one that begins with a space or a tab goes on with the line before. */
function* unfolded(text: string): Generator<string> {
  let whole: string | null = null
  const lines = /[^\r\n]+/g
  const plain = text.startsWith('\u{FEFF}') ? text.slice(1) : text
  for (let found = lines.exec(plain); found !== null; found = lines.exec(plain)) {
    const line = found[0]
    if (whole !== null && (line[0] === ' ' || line[0] === '\t')) {
      whole += line.slice(1)
    } else {
      if (whole !== null) yield whole
      whole = line
    }
  }
  if (whole !== null) yield whole
}
