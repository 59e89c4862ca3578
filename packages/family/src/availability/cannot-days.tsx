import { Button } from '@kinplan/ui/button'
import { TextField } from '@kinplan/ui/text-field'
import { useRef, useState, type FormEvent } from 'react'
import { refusalWords } from '../connection/refusal.copy'
import { useSaid } from '../page/said-status'
import type { HoursKept } from './hours-kept'
import { saidDates } from './ordinary-week'
import { ofKind, problemOf } from './said-hours'
import { useRefusal } from './saved-line'
import { TakeAwayList } from './take-away-list'
import { timesWords } from './times.copy'
import { dayMissing } from './typed-day'

/** Days that cannot be. */
export function CannotDays({ kept: { rules, zone, change }, today }: { kept: HoursKept; today: string }) {
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [missing, setMissing] = useState<{ field: 'from' | 'until'; words: string } | null>(null)
  const first = useRef<HTMLInputElement>(null)
  const last = useRef<HTMLInputElement>(null)
  const said = useSaid()
  useRefusal(missing !== null)
  const cannot = ofKind(rules, 'cannot')

  function add(event: FormEvent) {
    event.preventDefault()
    const problem = whatIsMissing()
    const rule = { kind: 'cannot', from, until: until || from, zone } as const
    const refused = problem ? undefined : problemOf(rule)
    setMissing(problem ?? (refused ? { field: 'until', words: refusalWords[refused.code] } : null))
    if (problem || refused) return said.say('')
    change({ rules: [...rules, rule] })
    setFrom('')
    setUntil('')
    said.say(timesWords.added(saidDates(rule, today)))
  }
  function whatIsMissing() {
    const noFirst = dayMissing(first.current) ?? (from < today ? refusalWords.dateGone : undefined)
    if (noFirst) return { field: 'from' as const, words: noFirst }
    const noLast = until !== '' || last.current?.validity.badInput ? dayMissing(last.current) : undefined
    if (noLast) return { field: 'until' as const, words: noLast }
    return until && until < from ? { field: 'until' as const, words: timesWords.lastAfterFirst } : null
  }
  const errorOf = (field: 'from' | 'until') => (missing?.field === field ? missing.words : undefined)

  return (
    <>
      <p className="lede">{timesWords.cannotHint}</p>
      <TakeAwayList
        heading={timesWords.cannotList}
        empty={timesWords.noCannot}
        items={cannot.map((one) => saidDates(one, today))}
        onTakeAway={(place, words) => {
          change({ rules: rules.filter((rule) => rule !== cannot[place]) })
          setMissing(null)
          said.say(timesWords.takenAway(words), { focus: true })
        }}
      />
      {said.shown}
      <form onSubmit={add} noValidate>
        <div className="columns">
          <TextField
            ref={first}
            type="date"
            min={today}
            label={timesWords.firstDay}
            error={errorOf('from')}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
          <TextField
            ref={last}
            type="date"
            min={from || today}
            label={timesWords.lastDay}
            hint={timesWords.lastDayHint}
            error={errorOf('until')}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
        <div className="actions">
          <Button type="submit" look="quiet">
            {timesWords.addCannot}
          </Button>
        </div>
      </form>
    </>
  )
}
