import { heldCalendarCopy as copy } from './pages.copy'

/** When somebody is held: instants as ISO text, under an id of its own. */
interface Held {
  id: string
  start: string
  end: string
}

/** Bytes after which a line of a calendar goes on in the next (RFC 5545, 3.1). */
const mostLineBytes = 75

/** A calendar file (RFC 5545) of these times and nothing else: no names, no places, no families. `made` is when it was asked for. */
export function heldCalendar(held: readonly Held[], made: Date): string {
  const events = held.flatMap(({ id, start, end }) => [
    'BEGIN:VEVENT',
    `UID:${id}@kinplan`,
    `DTSTAMP:${instant(made)}`,
    `DTSTART:${instant(new Date(start))}`,
    `DTEND:${instant(new Date(end))}`,
    `SUMMARY:${copy.summary}`,
    'END:VEVENT',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kinplan//Held times//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${copy.name}`,
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** 20270104T100000Z */
const instant = (at: Date) => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** A long line goes on after a line end and a space. Ours hold no character of more than one byte. */
function folded(line: string): string {
  const rest = line.slice(mostLineBytes)
  return rest === '' ? line : `${line.slice(0, mostLineBytes)}\r\n ${folded(rest)}`
}
