import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from './class-names'
import { DayMark, type DayLook } from './day-mark'
import { Disclosure } from './disclosure'
import { VisuallyHidden } from './visually-hidden'

export type MonthDay = {
  /** 'YYYY-MM-DD' */
  date: string
  look: DayLook
  /** Stands in the day: one short word. */
  word: string
  /** What else is so on it, below in looks of its own. */
  also?: { look: DayLook; word: string }
  /** All of it, with the date, as it is read aloud. */
  words: string
  /** Short name of a month that begins with this day, where the picture shows two. */
  begins?: string
  isToday?: boolean
  /** Has gone by: shown, and not to be changed. */
  isGone?: boolean
}
/** Some days on end that are alike, in words. */
export type MonthLine = { id: string; look: DayLook; when: ReactNode; words: ReactNode }
type MonthStep = { label: string; onGo: () => void }

type MonthPictureProps = {
  /** "March 2027" */
  label: string
  /** Monday first. */
  weekdays: readonly { short: string; long: string }[]
  /** The days of a month, or a part of it, one after the other. */
  days: readonly MonthDay[]
  /** The month before, and the one after; left out where there is none to show. */
  before?: MonthStep
  after?: MonthStep
  /** Somebody touches a day. Left out, the picture is only looked at. */
  onTouch?: (date: string) => void
  hint?: string
  /** What the last touch did, read aloud. */
  said?: string
  lines: readonly MonthLine[]
  linesLabel: string
}

const dayMs = 86_400_000
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A month of coloured days, and the same as a list. One Tab stop; arrows go from day to day, into the months beside it too. */
export function MonthPicture({ label, weekdays, days, before, after, onTouch, hint, said, lines, linesLabel }: MonthPictureProps) {
  const id = useId()
  const grid = useRef<HTMLTableElement>(null)
  const [here, setHere] = useState<string>()
  const wanted = useRef<string>(undefined)
  const stop = (days.find((day) => day.date === here) ?? days.find((day) => day.isToday) ?? days.find((day) => !day.isGone) ?? days[0])
    ?.date
  const weeks = inWeeks(days)

  // The day wanted may lie in a month that was not shown when the key was pressed.
  useEffect(() => {
    if (wanted.current === undefined) return
    const found = grid.current?.querySelector<HTMLElement>(`[data-date="${wanted.current}"]`)
    if (!found) return
    wanted.current = undefined
    found.focus()
  }, [days])

  function onKey(event: KeyboardEvent) {
    const step = steps[event.key]
    if (step === undefined || !grid.current || stop === undefined) return
    event.preventDefault()
    const sideways = Math.abs(step) === 1 && getComputedStyle(grid.current).direction === 'rtl' ? -step : step
    const next = new Date(Date.parse(stop) + sideways * dayMs).toISOString().slice(0, 10)
    const shown = grid.current.querySelector<HTMLElement>(`[data-date="${next}"]`)
    if (shown) return shown.focus()
    const beside = sideways < 0 ? before : after
    if (!beside) return
    wanted.current = next
    setHere(next)
    beside.onGo()
  }

  return (
    <figure className="picture month" aria-labelledby={id}>
      <figcaption className="month-head">
        <h2 id={id} aria-live="polite">
          {label}
        </h2>
        <MonthButton step={before} way="before" />
        <MonthButton step={after} way="after" />
      </figcaption>
      <div className="month-both">
        <div>
          <table
            className="month-grid"
            role="grid"
            aria-labelledby={id}
            aria-describedby={hint && `${id}-hint`}
            ref={grid}
            onKeyDown={onKey}
          >
            <thead>
              <tr>
                {weekdays.map(({ short, long }) => (
                  <th key={long} scope="col" abbr={long}>
                    {short}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find((day) => day)?.date}>
                  {week.map((day, place) =>
                    day ? (
                      <td key={day.date}>
                        <button
                          type="button"
                          className={classNames('month-day', `day-${day.look}`, day.isToday && 'month-today', day.isGone && 'month-gone')}
                          data-date={day.date}
                          tabIndex={day.date === stop ? 0 : -1}
                          aria-current={day.isToday ? 'date' : undefined}
                          aria-disabled={day.isGone || !onTouch ? true : undefined}
                          onFocus={() => setHere(day.date)}
                          onClick={() => !day.isGone && onTouch?.(day.date)}
                        >
                          <VisuallyHidden>{day.words}</VisuallyHidden>
                          <span className="month-number" aria-hidden="true">
                            {Number(day.date.slice(8))}
                          </span>
                          <DayMark look={day.look} />
                          {day.begins && (
                            <span className="month-word" aria-hidden="true">
                              {day.begins}
                            </span>
                          )}
                          <span className="month-word" aria-hidden="true">
                            {day.word}
                          </span>
                          {day.also && (
                            <span className={`month-also day-${day.also.look}`} aria-hidden="true">
                              <DayMark look={day.also.look} />
                              <span className="month-word">{day.also.word}</span>
                            </span>
                          )}
                        </button>
                      </td>
                    ) : (
                      <td key={place} />
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          {hint && (
            <p className="month-hint" id={`${id}-hint`}>
              {hint}
            </p>
          )}
          <p className="month-said" role="status">
            {said}
          </p>
        </div>
        <Disclosure label={linesLabel}>
          <ul className="month-list">
            {lines.map((line) => (
              <li key={line.id}>
                <span className={`month-key day-${line.look}`}>
                  <DayMark look={line.look} />
                </span>
                <span>
                  <strong>{line.when}</strong> <span>{line.words}</span>
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </figure>
  )
}

function MonthButton({ step, way }: { step: MonthStep | undefined; way: 'before' | 'after' }) {
  return (
    <button
      type="button"
      className="button-quiet month-step"
      disabled={!step}
      onClick={step?.onGo}
      aria-label={step?.label}
      aria-hidden={step ? undefined : true}
    >
      <span className={`month-${way}`} aria-hidden="true" />
    </button>
  )
}

/** Rows of seven, Monday first, with nothing where the month has not begun or is over. */
function inWeeks(days: readonly MonthDay[]): (MonthDay | null)[][] {
  const first = days[0]
  if (!first) return []
  const blanks = (new Date(first.date).getUTCDay() + 6) % 7
  const places: (MonthDay | null)[] = [...Array<null>(blanks).fill(null), ...days]
  const rows = Math.ceil(places.length / 7)
  return Array.from({ length: rows }, (_row, row) => Array.from({ length: 7 }, (_day, day) => places[row * 7 + day] ?? null))
}
