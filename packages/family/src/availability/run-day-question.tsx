import type { ShiftQuestion } from '@kinplan/domain/availability/shift-patterns'
import { dateOfDay, dayOfDate } from '@kinplan/domain/clock/wall-time'
import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Notice } from '@kinplan/ui/notice'
import { TextField } from '@kinplan/ui/text-field'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { saidDay, saidDayShort } from '../page/said-dates'
import { nextTurn } from './shift-cycle'
import { goneByWords, shiftsWords } from './shifts.copy'
import { dayMissing } from './typed-day'

/** Days shown at a time: two weeks, one beside the other. */
const daysShown = 14

/** One day, touched: the next weeks as large buttons, or a date. `days`: after so many days the pattern begins again. */
export function RunDayQuestion({
  question,
  days,
  today,
  onChoose,
}: {
  question: ShiftQuestion
  days: number
  today: string
  onChoose: (date: string) => void
}) {
  const [fortnights, setFortnights] = useState(1)
  const first = dayOfDate(today)

  return (
    <>
      {Array.from({ length: fortnights }, (_fortnight, fortnight) => (
        <div key={fortnight} className="run-days">
          {Array.from({ length: daysShown }, (_day, place) => {
            const ahead = fortnight * daysShown + place
            const date = dateOfDay(first + ahead)
            return (
              <button key={date} type="button" className="button-quiet" onClick={() => onChoose(date)}>
                {saidDayShort(date)} {ahead < 2 && <span className="quiet">{ahead === 0 ? shiftsWords.today : shiftsWords.tomorrow}</span>}
              </button>
            )
          })}
        </div>
      ))}
      <p>
        <Button look="link" onClick={() => setFortnights(fortnights + 1)}>
          {shiftsWords.moreDays}
        </Button>
      </p>
      <Disclosure label={shiftsWords.otherDay}>
        <TypedDay question={question} days={days} today={today} onChoose={onChoose} />
      </Disclosure>
    </>
  )
}

/** Any date: of one that has gone by it asks whether what follows from it is right. */
function TypedDay({
  question,
  days,
  today,
  onChoose,
}: {
  question: ShiftQuestion
  days: number
  today: string
  onChoose: (date: string) => void
}) {
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState<string>()
  const [gone, setGone] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const asked = useRef<HTMLDivElement>(null)
  const { willDo, next } = goneByWords[question]
  useEffect(() => {
    if (gone) asked.current?.focus()
  }, [gone])

  function take(event: FormEvent) {
    event.preventDefault()
    const wrong = dayMissing(field.current)
    setMissing(wrong)
    setGone(wrong === undefined && typed < today ? typed : undefined)
    if (wrong === undefined && typed >= today) onChoose(typed)
  }

  return (
    <form onSubmit={take} noValidate>
      <TextField
        ref={field}
        type="date"
        label={shiftsWords.typeDay}
        hint={shiftsWords.goneWillDo(willDo)}
        error={missing}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setGone(undefined)
        }}
      />
      {gone ? (
        <div ref={asked} tabIndex={-1}>
          <Notice>
            <p>{shiftsWords.goneBy(saidDay(gone, today), next, saidDay(nextTurn(gone, days, today), today))}</p>
            <div className="actions">
              <Button onClick={() => onChoose(gone)}>{shiftsWords.goneYes}</Button>
              <Button
                look="quiet"
                onClick={() => {
                  setGone(undefined)
                  field.current?.focus()
                }}
              >
                {shiftsWords.goneNo}
              </Button>
            </div>
          </Notice>
        </div>
      ) : (
        <Button type="submit" look="quiet">
          {shiftsWords.takeDay}
        </Button>
      )}
    </form>
  )
}
