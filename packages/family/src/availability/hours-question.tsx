import { isNight, type ShiftHours } from '@kinplan/domain/availability/typed-shift'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { TextField } from '@kinplan/ui/text-field'
import { useState, type FormEvent } from 'react'
import { refusalWords } from '../connection/refusal.copy'
import { saidTime } from '../page/said-dates'
import { LikingChoice } from './about-time'
import type { HoursKept } from './hours-kept'
import { HoursFields, hoursMissing } from './hours-fields'
import { saidHours } from './ordinary-week'
import type { RuleWithPages } from './rule-at'
import { problemOf } from './said-hours'
import { useRefusal } from './saved-line'
import { sameHours, shiftsIn } from './shift-cycle'
import { shiftsWords } from './shifts.copy'

/** The hours that were filled in, read back, and the way to change them. */
export function HoursQuestion({ rule, kept }: { rule: RuleWithPages; kept: HoursKept }) {
  const shifts = rule.kind === 'shiftCycle' ? shiftsIn(rule.cycle) : rule.kind === 'roster' ? shiftsIn(rule.shifts) : []
  return (
    <>
      <ul>
        {rule.kind === 'shiftCycle' &&
          shifts.map((hours) => (
            <li key={saidHours(hours)}>{(isNight(hours) ? shiftsWords.workNights : shiftsWords.workDays)(saidHours(hours))}</li>
          ))}
        {rule.kind !== 'calendar' && rule.sleepUntil && <li>{shiftsWords.sleep(saidTime(rule.sleepUntil))}</li>}
        <li>{(rule.kind === 'calendar' ? shiftsWords.elseCalendar : shiftsWords.else)(saidHours(rule))}</li>
      </ul>
      <Disclosure label={shiftsWords.hoursChange}>
        <ChangeHours rule={rule} shifts={shifts} kept={kept} />
      </Disclosure>
    </>
  )
}

function ChangeHours({ rule, shifts, kept: { rules, change } }: { rule: RuleWithPages; shifts: readonly ShiftHours[]; kept: HoursKept }) {
  const [typed, setTyped] = useState(shifts)
  const [sleep, setSleep] = useState(rule.kind === 'calendar' ? '' : (rule.sleepUntil ?? ''))
  const [start, setStart] = useState(rule.start)
  const [end, setEnd] = useState(rule.end === '24:00' ? '00:00' : rule.end)
  const [tried, setTried] = useState(false)
  const [wrong, setWrong] = useState<{ field: string; words: string }>()
  useRefusal(wrong !== undefined || (tried && typed.some(hoursMissing)))
  // A time that is being typed is empty meanwhile: then what it was before counts.
  const sleeps = shifts.some((was, place) => isNight(hoursMissing(typed[place] ?? was) ? was : (typed[place] ?? was)))
  const errorOf = (field: string) => (wrong?.field === field ? wrong.words : undefined)

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    setWrong(undefined)
    if (rule.kind === 'shiftCycle' && typed.some(hoursMissing)) return
    const next = changed()
    const problem = problemOf(next)
    setWrong(
      problem && { field: problem.field, words: problem.field === 'sleepUntil' ? shiftsWords.sleepAfterEnd : refusalWords[problem.code] },
    )
    if (problem) return
    change({ rules: rules.map((one) => (one === rule ? next : one)) })
  }

  function changed(): RuleWithPages {
    const free = { start, end: end === '00:00' ? '24:00' : end }
    if (rule.kind === 'calendar') return { ...rule, ...free }
    const rest = { ...free, sleepUntil: sleeps && sleep !== '' ? sleep : undefined }
    if (rule.kind === 'roster') return { ...rule, ...rest }
    // What stands for each of the shifts that there were.
    const now = (hours: ShiftHours | null) => typed[shifts.findIndex((one) => sameHours(one, hours))] ?? null
    return { ...rule, ...rest, cycle: rule.cycle.map((hours) => hours && now(hours)) }
  }

  return (
    <form onSubmit={save} noValidate>
      {rule.kind === 'shiftCycle' &&
        shifts.map((hours, place) => (
          <HoursFields
            key={saidHours(hours)}
            label={shiftsWords.shiftNamed(saidHours(hours))}
            hours={typed[place] ?? hours}
            showMissing={tried}
            onChange={(next) => setTyped(typed.map((one, at) => (at === place ? next : one)))}
          />
        ))}
      {rule.kind !== 'calendar' && sleeps && (
        <TextField
          type="time"
          label={shiftsWords.sleepUntil}
          hint={shiftsWords.sleepHint}
          error={errorOf('sleepUntil')}
          value={sleep}
          onChange={(event) => setSleep(event.target.value)}
        />
      )}
      <fieldset>
        <legend>{shiftsWords.couldCome}</legend>
        <div className="columns">
          <TextField
            type="time"
            label={shiftsWords.earliest}
            error={errorOf('start')}
            value={start}
            onChange={(event) => setStart(event.target.value)}
          />
          <TextField
            type="time"
            label={shiftsWords.latest}
            error={errorOf('end')}
            value={end}
            onChange={(event) => setEnd(event.target.value)}
          />
        </div>
      </fieldset>
      <LikingChoice
        name="liking"
        liking={rule.preference}
        onChange={(preference) => change({ rules: rules.map((one) => (one === rule ? { ...rule, preference } : one)) })}
      />
      <Button type="submit" look="quiet">
        {shiftsWords.save}
      </Button>
    </form>
  )
}
