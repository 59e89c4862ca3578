import { mostWindowDays } from '@kinplan/domain/availability/availability-rule'
import { monthOf } from '@kinplan/domain/availability/month-of-rules'
import { touched } from '@kinplan/domain/availability/touched-day'
import { MonthPicture } from '@kinplan/ui/month-picture'
import { useState } from 'react'
import type { HoursKept } from './hours-kept'
import { dateAfter, datesShown, daysBetween, listed, pictured, saidDayOf } from './month-days'
import { monthWords, weekdayWords } from './month.copy'
import { saidHours } from './ordinary-week'
import { touchedOffer } from './said-hours'

/** What somebody said, as a month of days that they put right by touching them. */
export function MyMonth({ kept: { rules, ways, zone, change }, today }: { kept: HoursKept; today: string }) {
  const [page, setPage] = useState(0)
  const [said, setSaid] = useState('')
  const { from, until, label } = datesShown(page, today)
  const offer = touchedOffer(rules, zone, ways)
  const days = daysBetween(rules, from, until, today)

  function touch(date: string) {
    const next = touched(rules, date, offer)
    change({ rules: next })
    const [day] = monthOf(next, date, 1, today)
    setSaid(day ? saidDayOf(day, today) : '')
  }
  const stepTo = (next: number) => ({
    label: monthWords.goTo(datesShown(next, today).label),
    onGo() {
      setPage(next)
      setSaid('')
    },
  })

  return (
    <MonthPicture
      label={label}
      weekdays={weekdayWords}
      days={pictured(days, today)}
      before={page > 0 ? stepTo(page - 1) : undefined}
      after={until < dateAfter(today, mostWindowDays) ? stepTo(page + 1) : undefined}
      onTouch={touch}
      hint={monthWords.hint(saidHours(offer))}
      said={said}
      lines={listed(days, today)}
      linesLabel={monthWords.list}
    />
  )
}
