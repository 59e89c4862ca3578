import { Fragment } from 'react'
import { dayInWords, weekdayInWords } from '../frame/when'
import { askWords as words } from './ask.copy'
import type { AskedTimes } from './asked-times'
import type { PlaceToAsk } from './places-field'

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const orElse = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** What is looked for, in one breath: weeks, length and hours, days, notice, what to keep off, where. */
export function AskSummary({ ask, places }: { ask: AskedTimes; places: readonly PlaceToAsk[] }) {
  const names = ask.placeIds.flatMap((placeId) => places.find(({ id }) => id === placeId)?.name ?? [])
  const needs = (['stepFree', 'twoWaysOut', 'secondRoom'] as const).filter((need) => ask[need]).map((need) => words.saidNeeds[need])
  const parts = [
    words.saidHours(ask.minutes, ask.earliest, ask.latest),
    daysInWords(ask.weekdays),
    words.saidNotice(ask.noticeDays),
    ...(['bankHolidays', 'schoolHours'] as const).filter((off) => !ask[off]).map((off) => words.saidOff[off]),
    ...(names.length > 0 ? [words.saidAt(orElse.format(names))] : []),
    ...needs,
  ]
  return (
    <p className="wide">
      <strong>{words.saidWindow(dayInWords(ask.from), dayInWords(ask.until))}</strong>
      {parts.map((part) => (
        <Fragment key={part}>
          {' · '}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
    </p>
  )
}

/** 'Monday to Saturday' where the days follow each other, else each by name. */
function daysInWords(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return words.saidEveryDay
  const first = weekdays[0] ?? 1
  const last = weekdays.at(-1) ?? 7
  const inRow = weekdays.length > 2 && last - first + 1 === weekdays.length
  return inRow ? words.saidDays(weekdayInWords(first), weekdayInWords(last)) : list.format(weekdays.map(weekdayInWords))
}
