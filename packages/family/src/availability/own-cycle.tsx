import { mostCycleDays } from '@kinplan/domain/availability/availability-rule'
import { isNight, type ShiftHours } from '@kinplan/domain/availability/typed-shift'
import { Button } from '@kinplan/ui/button'
import { DayStrip } from '@kinplan/ui/day-mark'
import { useState } from 'react'
import { go } from '../page/address'
import { HoursFields, hoursMissing } from './hours-fields'
import { shiftsIn } from './shift-cycle'
import { ownWords } from './shifts.copy'

const ownKinds = ['work', 'night', 'off'] as const
type OwnKind = (typeof ownKinds)[number]

/** A pattern as somebody builds it: a kind for each day, and the hours of the two kinds of shift. */
export interface OwnCycle {
  readonly days: readonly OwnKind[]
  readonly hours: { readonly work: ShiftHours; readonly night: ShiftHours }
}

const usual: OwnCycle = {
  days: ['work', 'off'],
  hours: { work: { start: '08:00', end: '16:00' }, night: { start: '22:00', end: '06:00' } },
}

/** One turn of it, as a shift cycle takes it. */
export function cycleOfOwn({ days, hours }: OwnCycle): (ShiftHours | null)[] {
  return days.map((kind) => (kind === 'off' ? null : hours[kind]))
}

/** What somebody said before, to go on from; with more than one kind of day or of night there is too much in it to show. */
export function ownFrom(cycle: readonly (ShiftHours | null)[] | undefined): OwnCycle {
  const shifts = shiftsIn(cycle ?? [])
  const [work, moreWork] = shifts.filter((hours) => !isNight(hours))
  const [night, moreNight] = shifts.filter(isNight)
  if (!cycle || moreWork || moreNight) return usual
  return {
    days: cycle.map((hours) => (hours === null ? 'off' : isNight(hours) ? 'night' : 'work')),
    hours: { work: work ?? usual.hours.work, night: night ?? usual.hours.night },
  }
}

/** "Mine is different": a pattern built day by day. */
export function OwnCycleQuestion({ own, onChange }: { own: OwnCycle; onChange: (own: OwnCycle) => void }) {
  const [tried, setTried] = useState(false)
  const { days, hours } = own
  const used = (['work', 'night'] as const).filter((kind) => days.includes(kind))
  const wrong = used.some((kind) => hoursMissing(hours[kind]))
  const allOff = used.length === 0

  function goOn() {
    setTried(true)
    if (!wrong && !allOff) go('/times/shifts/own/day')
  }

  return (
    <>
      <p className="lede">{ownWords.hint}</p>
      <DayStrip looks={days.map((kind) => (kind === 'off' ? 'can' : kind))} />
      <ol className="own-days">
        {days.map((kind, place) => (
          <li key={place}>
            <fieldset>
              <legend>{ownWords.day(place + 1)}</legend>
              <div className="own-kinds">
                {ownKinds.map((one) => (
                  <div key={one} className="choice">
                    <input
                      type="radio"
                      id={`day-${place}-${one}`}
                      name={`day-${place}`}
                      checked={kind === one}
                      onChange={() => onChange({ ...own, days: days.map((was, at) => (at === place ? one : was)) })}
                    />
                    <label htmlFor={`day-${place}-${one}`}>{ownWords.kinds[one]}</label>
                  </div>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <div className="actions">
        <Button
          look="quiet"
          disabled={days.length >= mostCycleDays}
          onClick={() => onChange({ ...own, days: [...days, days[days.length - 1] ?? 'work'] })}
        >
          {ownWords.add}
        </Button>
        <Button look="link" disabled={days.length < 2} onClick={() => onChange({ ...own, days: days.slice(0, -1) })}>
          {ownWords.takeAway}
        </Button>
      </div>
      <p role="status">{ownWords.count(days.length)}</p>
      {used.map((kind) => (
        <HoursFields
          key={kind}
          label={ownWords.hoursOf[kind]}
          hours={hours[kind]}
          showMissing={tried}
          onChange={(next) => onChange({ ...own, hours: { ...hours, [kind]: next } })}
        />
      ))}
      {tried && allOff && <p className="field-error">{ownWords.allOff}</p>}
      <div className="actions">
        <Button onClick={goOn}>{ownWords.goOn}</Button>
      </div>
    </>
  )
}
