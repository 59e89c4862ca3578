import type { Preference, TimeOff } from '@kinplan/domain/availability/availability-rule'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { Disclosure } from '@kinplan/ui/disclosure'
import { TextField } from '@kinplan/ui/text-field'
import { useState, type FormEvent } from 'react'
import { useSaid } from '../page/said-status'
import { LikingChoice, TimeOffChoice } from './about-time'
import type { HoursKept } from './hours-kept'
import { pickOf, saidWeek } from './ordinary-week'
import { ofKind } from './said-hours'
import { useRefusal } from './saved-line'
import { TakeAwayList } from './take-away-list'
import { timeOffWords, timesWords } from './times.copy'

/** Times of one's own beside the big choices. */
export function ExactTimes({ kept: { ways, zone, rules, change } }: { kept: HoursKept }) {
  const [days, setDays] = useState<string[]>([])
  const [start, setStart] = useState('')
  const [end, setEnd] = useState('')
  const [preference, setPreference] = useState<Preference>('possible')
  const [timeOff, setTimeOff] = useState<TimeOff>()
  const [missing, setMissing] = useState<{ field: 'days' | 'start' | 'end'; words: string } | null>(null)
  const said = useSaid()
  useRefusal(missing !== null)
  const exact = ofKind(rules, 'ordinaryWeek').filter((week) => pickOf(week) === undefined)

  function add(event: FormEvent) {
    event.preventDefault()
    const problem = whatIsMissing(days, start, end)
    setMissing(problem)
    if (problem) return said.say('')
    const times = { weekdays: days.map(Number), start, end: end === '00:00' ? '24:00' : end }
    change({ rules: [...rules, { kind: 'ordinaryWeek', ...times, zone, how: ways, preference, ...(timeOff ? { timeOff } : {}) }] })
    setDays([])
    setStart('')
    setEnd('')
    said.say(timesWords.added(saidWeek(times)))
  }
  const errorOf = (field: 'days' | 'start' | 'end') => (missing?.field === field ? missing.words : undefined)

  return (
    <>
      <p className="lede">{timesWords.exactHint}</p>
      <TakeAwayList
        heading={timesWords.exactList}
        empty={timesWords.noExact}
        items={exact.map(saidWeek)}
        onTakeAway={(place, words) => {
          change({ rules: rules.filter((rule) => rule !== exact[place]) })
          setMissing(null)
          said.say(timesWords.takenAway(words), { focus: true })
        }}
      />
      {said.shown}
      <form onSubmit={add} noValidate>
        <h2>{timesWords.addExact}</h2>
        <ChoiceList
          name="weekdays"
          kind="many"
          inRow
          label={timesWords.whichDays}
          error={errorOf('days')}
          choices={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: timesWords.weekdays[day] }))}
          chosen={days}
          onChoose={setDays}
        />
        <div className="columns">
          <TextField
            type="time"
            label={timesWords.from}
            error={errorOf('start')}
            value={start}
            onChange={(event) => setStart(event.target.value)}
          />
          <TextField
            type="time"
            label={timesWords.until}
            error={errorOf('end')}
            value={end}
            onChange={(event) => setEnd(event.target.value)}
          />
        </div>
        <Disclosure label={timesWords.moreAboutThisTime}>
          <LikingChoice name="liking" liking={preference} onChange={setPreference} />
          <TimeOffChoice name="off" label={timeOffWords.onlyIf} noLabel={timeOffWords.noNeed} timeOff={timeOff} onChange={setTimeOff} />
        </Disclosure>
        <div className="actions">
          <Button type="submit" look="quiet">
            {timesWords.add}
          </Button>
        </div>
      </form>
    </>
  )
}

function whatIsMissing(days: readonly string[], start: string, end: string) {
  if (days.length === 0) return { field: 'days' as const, words: timesWords.chooseDay }
  if (!start) return { field: 'start' as const, words: timesWords.needTime }
  if (!end) return { field: 'end' as const, words: timesWords.needTime }
  return end !== '00:00' && end <= start ? { field: 'end' as const, words: timesWords.endAfterStart } : null
}
