import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from './class-names'

type HeatDay = { id: string; label: string; weekBegins?: boolean }
type HeatHour = { id: string; label: string }
/** level 0 (nobody) to 4 (everybody); `text` stands in the cell; `words` says all of it when pointed at. */
export type HeatCell = { level: 0 | 1 | 2 | 3 | 4; text: string; words: string }
type HeatStone = { number: number; day: string; hour: string; words: ReactNode }

type HeatWeeksProps = {
  label: string
  days: readonly HeatDay[]
  hours: readonly HeatHour[]
  cell: (day: string, hour: string) => HeatCell
  stones: readonly HeatStone[]
  /** Says how to look at one hour; gives way to the words of the one pointed at. */
  hint: string
  /** Under the picture it tells again, such as a list of the same. */
  below?: ReactNode
  /** Heads the list of stones. */
  stonesLabel: string
  /** An hour was pressed, or Enter was, on it. */
  onChoose?: (day: string, hour: string) => void
}

type Place = { day: number; hour: number }

const steps: Record<string, Place> = {
  ArrowUp: { day: -1, hour: 0 },
  ArrowDown: { day: 1, hour: 0 },
  ArrowLeft: { day: 0, hour: -1 },
  ArrowRight: { day: 0, hour: 1 },
  PageUp: { day: -7, hour: 0 },
  PageDown: { day: 7, hour: 0 },
}

/**
 * Days by hours, warmer where more can come, proposals as numbered stones; and the stones as a list. One Tab stop, arrows
 * inside, a page for seven rows.
 */
export function HeatWeeks({ label, days, hours, cell, stones, hint, below, stonesLabel, onChoose }: HeatWeeksProps) {
  const id = useId()
  const grid = useRef<HTMLTableElement>(null)
  const [wasHere, setHere] = useState<Place>({ day: 0, hour: 0 })
  // A new picture may be smaller.
  const here = { day: Math.min(wasHere.day, days.length - 1), hour: Math.min(wasHere.hour, hours.length - 1) }
  const [pointed, setPointed] = useState<string>()
  const bestDay = days.findIndex(({ id: day }) => day === stones[0]?.day)

  useEffect(() => {
    const row = grid.current?.tBodies[0]?.rows[bestDay]
    const scroll = grid.current?.parentElement
    // Only what scrolls inside: the page stays where it is.
    if (row && scroll) scroll.scrollTop += row.getBoundingClientRect().top - scroll.getBoundingClientRect().top - scroll.clientHeight / 2
  }, [bestDay])

  const numbersAt = new Map<string, number[]>()
  for (const { day, hour, number } of stones) numbersAt.set(`${day} ${hour}`, [...(numbersAt.get(`${day} ${hour}`) ?? []), number])

  function onKey(event: KeyboardEvent) {
    const step = steps[event.key]
    if (!step || !grid.current) return
    event.preventDefault()
    const mirrored = getComputedStyle(grid.current).direction === 'rtl' ? -1 : 1
    const next = { day: Math.min(Math.max(here.day + step.day, 0), days.length - 1), hour: here.hour + step.hour * mirrored }
    if (!hours[next.hour]) return
    setHere(next)
    grid.current.querySelector<HTMLElement>(`[data-at="${next.day}-${next.hour}"]`)?.focus()
  }

  return (
    <div className="picture">
      <div className={stones.length > 0 ? 'heat-has-stones' : undefined}>
        <figure className="heat-part" aria-labelledby={id}>
          <figcaption>
            <h2 id={id}>{label}</h2>
          </figcaption>
          <div className="heat-scroll">
            <table className="heat" role="grid" aria-labelledby={id} aria-describedby={`${id}-hint`} ref={grid} onKeyDown={onKey}>
              <thead>
                <tr>
                  <td />
                  {hours.map((hour) => (
                    <th key={hour.id} scope="col">
                      {hour.label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {days.map((day, dayPlace) => (
                  <tr key={day.id} className={day.weekBegins ? 'week-begins' : undefined}>
                    <th scope="row">{day.label}</th>
                    {hours.map((hour, hourPlace) => {
                      const { level, text, words } = cell(day.id, hour.id)
                      const numbers = numbersAt.get(`${day.id} ${hour.id}`)
                      return (
                        <td key={hour.id}>
                          <button
                            type="button"
                            className={classNames('heat-cell', `heat-${level}`)}
                            data-at={`${dayPlace}-${hourPlace}`}
                            tabIndex={dayPlace === here.day && hourPlace === here.hour ? 0 : -1}
                            aria-label={numbers ? `${numbers.join(' ')}. ${words}` : words}
                            onFocus={() => {
                              setHere({ day: dayPlace, hour: hourPlace })
                              setPointed(words)
                            }}
                            onMouseEnter={() => setPointed(words)}
                            onClick={() => onChoose?.(day.id, hour.id)}
                          >
                            {numbers ? <span className="stone-mark">{numbers.join(' ')}</span> : text}
                          </button>
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="heat-detail" id={`${id}-hint`}>
            {pointed ?? hint}
          </p>
          {below}
        </figure>
        {stones.length > 0 && (
          <div className="heat-part">
            <h2 id={`${id}-stones`}>{stonesLabel}</h2>
            <ol className="stone-list" aria-labelledby={`${id}-stones`}>
              {stones.map((stone) => (
                <li key={stone.number}>
                  <span className="stone-mark">{stone.number}</span>
                  <div>{stone.words}</div>
                </li>
              ))}
            </ol>
          </div>
        )}
      </div>
    </div>
  )
}
