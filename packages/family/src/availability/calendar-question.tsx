import type { RuleOf } from '@kinplan/domain/availability/availability-rule'
import { dayMs, dayOfDate } from '@kinplan/domain/clock/wall-time'
import { instantOf, offsetsOf } from '@kinplan/domain/clock/zone-clock'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Notice } from '@kinplan/ui/notice'
import { TextField } from '@kinplan/ui/text-field'
import { useState } from 'react'
import { refusalWords } from '../connection/refusal.copy'
import { go } from '../page/address'
import { saidDay } from '../page/said-dates'
import type { HoursKept } from './hours-kept'
import { dateAfter } from './month-days'
import { pageOf } from './rule-at'
import { ofKind, problemOf, usualOffer } from './said-hours'
import { calendarWords } from './shifts.copy'

type Calendar = RuleOf<'calendar'>
type Reading =
  | { readonly now: 'reading' }
  | { readonly now: 'wrong'; readonly words: string }
  | { readonly now: 'read'; readonly rule: Calendar; readonly unreadable: number }

const weeksOffered = [4, 8, 12]
const bytesInMegabyte = 1024 * 1024

/** A calendar file, read on this phone: nothing but the times when somebody is busy is kept. */
export function CalendarQuestion({ kept, today }: { kept: HoursKept; today: string }) {
  const { rules, ways, zone, change } = kept
  const [weeks, setWeeks] = useState(8)
  const [file, setFile] = useState<File>()
  const [reading, setReading] = useState<Reading>()
  const [before] = ofKind(rules, 'calendar')

  async function read(chosen: File | undefined, ahead: number) {
    setFile(chosen)
    setWeeks(ahead)
    if (!chosen) return setReading(undefined)
    setReading({ now: 'reading' })
    setReading(await readFile(chosen, ahead))
  }

  async function readFile(chosen: File, ahead: number): Promise<Reading> {
    try {
      const { busyInCalendar, mostCalendarBytes } = await import('@kinplan/domain/calendar/calendar-file')
      if (chosen.size > mostCalendarBytes) return { now: 'wrong', words: calendarWords.tooLarge(mostCalendarBytes / bytesInMegabyte) }
      const until = dateAfter(today, ahead * 7 - 1)
      const offsetAt = offsetsOf(zone)
      const beginning = (date: string) => instantOf(offsetAt, dayOfDate(date) * dayMs)
      const { isCalendar, busy, unreadable } = busyInCalendar(await chosen.text(), {
        fromMs: beginning(today),
        untilMs: beginning(dateAfter(until, 1)),
        zone,
      })
      if (!isCalendar) return { now: 'wrong', words: calendarWords.notCalendar }
      const rule: Calendar = { ...usualOffer(zone, ways), kind: 'calendar', from: today, until, busy }
      const problem = problemOf(rule)
      return problem ? { now: 'wrong', words: refusalWords[problem.code] } : { now: 'read', rule, unreadable }
    } catch {
      // The part of the app that reads calendars did not come, or the phone does not let us read the file.
      return { now: 'wrong', words: calendarWords.cannotRead }
    }
  }

  function save(rule: Calendar) {
    change({ rules: [...rules.filter(({ kind }) => kind !== 'calendar'), rule] })
    go(pageOf('hours', rule))
  }

  return (
    <>
      <p className="lede">{calendarWords.lead}</p>
      <ChoiceList
        name="weeks"
        kind="one"
        inRow
        label={calendarWords.weeks}
        choices={weeksOffered.map((count) => ({ value: String(count), label: calendarWords.weeksOf(count) }))}
        chosen={[String(weeks)]}
        onChoose={([value]) => void read(file, Number(value))}
      />
      <TextField
        type="file"
        accept=".ics,text/calendar"
        label={calendarWords.file}
        error={reading?.now === 'wrong' ? reading.words : undefined}
        onChange={(event) => void read(event.target.files?.[0], weeks)}
      />
      <div role="status">
        {reading?.now === 'reading' && calendarWords.reading}
        {reading?.now === 'read' && (
          <Notice>
            <p>
              <strong>{calendarWords.found(reading.rule.busy.length)}</strong>,{' '}
              {calendarWords.between(saidDay(reading.rule.from, today), saidDay(reading.rule.until, today))}
            </p>
            {reading.unreadable > 0 && <p>{calendarWords.unreadable(reading.unreadable)}</p>}
            {before && <p>{calendarWords.replaces}</p>}
          </Notice>
        )}
      </div>
      {reading?.now === 'read' && (
        <div className="actions">
          <Button onClick={() => save(reading.rule)}>{calendarWords.save}</Button>
        </div>
      )}
      <Disclosure label={calendarWords.how}>
        <p>{calendarWords.howMore}</p>
      </Disclosure>
    </>
  )
}
