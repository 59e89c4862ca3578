import { placeOfZone } from '@kinplan/domain/clock/wall-time'

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const dayAndYear = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

const shortDay = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })

/** One way of saying a date: some browsers put a comma after the weekday, and only where the year stands beside it. */
function inWords(how: Intl.DateTimeFormat, at: Date): string {
  return how.format(at).replace(',', '')
}

/** 'YYYY-MM-DD' as the day without its weekday, "1 December", and that weekday, "Tuesday". */
export function saidWeekday(date: string, today: string): [day: string, weekday: string] {
  const name = weekday.format(new Date(`${date}T00:00:00Z`))
  return [saidDay(date, today).slice(name.length + 1), name]
}

/** 'YYYY-MM-DD' as "Tue 1 Dec" */
export function saidDayShort(date: string): string {
  return inWords(shortDay, new Date(`${date}T00:00:00Z`))
}

/** 'YYYY-MM-DD' or a wall time as "Tuesday 1 December"; with the year when it is not the year of `today`. */
export function saidDay(date: string, today?: string): string {
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return date
  return inWords(today !== undefined && today.slice(0, 4) !== date.slice(0, 4) ? dayAndYear : day, at)
}

/** 'HH:MM' or a wall time as "2:30 pm", "noon", "midnight". */
export function saidTime(wall: string): string {
  const [hourText = '', minute = ''] = (wall.includes('T') ? wall.slice(11, 16) : wall).split(':')
  const hour = Number(hourText)
  if (minute === '00' && hour === 12) return 'noon'
  if (minute === '00' && (hour === 0 || hour === 24)) return 'midnight'
  const shown = hour % 12 === 0 ? 12 : hour % 12
  return `${shown}${minute === '00' ? '' : `:${minute}`} ${hour % 24 < 12 ? 'am' : 'pm'}`
}

/** 'London time' of 'Europe/London'. */
export function saidZone(zone: string): string {
  return `${placeOfZone(zone)} time`
}

/** "Tuesday 1 December, 2:30 pm" */
export function saidWall(wall: string, today?: string): string {
  return `${saidDay(wall, today)}, ${saidTime(wall)}`
}
