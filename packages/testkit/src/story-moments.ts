const dayMs = 86_400_000

/** Late morning, in UTC: within working hours in London in summer and winter. */
const lateMorning = 'T11:30:00Z'

/** Late in the morning of the day some days before (negative) or after now. */
export function daysFrom(now: Date, days: number): Date {
  return new Date(`${dateFrom(now, days)}${lateMorning}`)
}

/** The date in London some days from now, YYYY-MM-DD. */
export function dateFrom(now: Date, days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(now.getTime() + days * dayMs),
  )
}

/** Days from now to the next given weekday (1 Monday to 7 Sunday) that is at least `least` days away. */
export function daysToWeekday(now: Date, weekday: number, least: number): number {
  for (let days = least; ; days++) {
    const day = new Date(`${dateFrom(now, days)}T00:00:00Z`).getUTCDay()
    if ((day === 0 ? 7 : day) === weekday) return days
  }
}
