import { useState } from 'react'
import { MonthPicture } from '@kinplan/ui/month-picture'
import '@kinplan/ui/month-picture.css'
import { monthInWords, weekdayInShort, weekdayInWords } from '../frame/when'
import { daysOfMonth, monthLater, pictureDays, pictureLines, wholeRules } from './when-form-month-days'
import type { TypedRule } from './when-form-rows'
import { monthWords as words } from './when-form.copy'

/** Half a year ahead: further than a meeting is planned. */
const mostMonthsAhead = 6
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ short: weekdayInShort(day), long: weekdayInWords(day) }))

interface WhenMonthProps {
  rules: readonly TypedRule[]
  zone: string
  /** 'YYYY-MM-DD' */
  today: string
}

/** What is written down so far, shown back as a month and as a list. */
export function WhenMonth({ rules, zone, today }: WhenMonthProps) {
  const [ahead, setAhead] = useState(0)
  const whole = wholeRules(rules, zone)
  if (whole.length === 0) return null
  const first = monthLater(today, ahead)
  const days = daysOfMonth(whole, first, today)
  const step = (months: number, label: string) =>
    ahead + months < 0 || ahead + months > mostMonthsAhead ? undefined : { label, onGo: () => setAhead(ahead + months) }
  return (
    <>
      <MonthPicture
        label={monthInWords(first)}
        weekdays={weekdays}
        days={pictureDays(days, today)}
        before={step(-1, words.before)}
        after={step(1, words.after)}
        hint={words.hint}
        lines={pictureLines(days, today)}
        linesLabel={words.list}
      />
      {whole.length < rules.length && <p className="quiet">{words.unfinished}</p>}
    </>
  )
}
