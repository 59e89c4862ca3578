import { placeOfZone } from '@kinplan/domain/clock/wall-time'

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

/**
 * 'Thursday 16 April' of a date or wall time 'YYYY-MM-DD…'. The text is already in the meeting's zone; UTC only keeps Intl from moving it.
 */
export function dayWords(wall: string): string {
  return day.format(new Date(`${wall.slice(0, 10)}T00:00:00Z`)).replace(',', '')
}

/** '14:00' of a wall time. */
export function clockWords(wall: string): string {
  return wall.slice(11, 16)
}

/** 'London time' of 'Europe/London'. */
export function zoneWords(zone: string): string {
  return `${placeOfZone(zone)} time`
}
