import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names';

export type HeatDay = { id: string; label: string; weekBegins?: boolean };
export type HeatHour = { id: string; label: string };
/** level 0 (nobody) to 4 (everybody); `text` stands in the cell; `words` says all of it when pointed at. */
export type HeatCell = { level: 0 | 1 | 2 | 3 | 4; text: string; words: string };
export type HeatStone = { number: number; day: string; hour: string; words: ReactNode };

export type HeatWeeksProps = {
  label: string;
  days: readonly HeatDay[];
  hours: readonly HeatHour[];
  cell: (day: string, hour: string) => HeatCell;
  stones: readonly HeatStone[];
  /** Says how to look at one hour; gives way to the words of the one pointed at. */
  hint: string;
  /** Names the list of stones. */
  stonesLabel: string;
};

type Place = { day: number; hour: number };

const steps: Record<string, Place> = {
  ArrowUp: { day: -1, hour: 0 },
  ArrowDown: { day: 1, hour: 0 },
  ArrowLeft: { day: 0, hour: -1 },
  ArrowRight: { day: 0, hour: 1 },
};

/** Days by hours, warmer where more can come, proposals as numbered stones; and the stones as a list. One Tab stop, arrows inside. */
export function HeatWeeks({ label, days, hours, cell, stones, hint, stonesLabel }: HeatWeeksProps) {
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [here, setHere] = useState<Place>({ day: 0, hour: 0 });
  const [pointed, setPointed] = useState<string>();
  const stoneAt = new Map(stones.map((stone) => [`${stone.day} ${stone.hour}`, stone]));

  function onKey(event: KeyboardEvent) {
    const step = steps[event.key];
    if (!step || !grid.current) return;
    event.preventDefault();
    const mirrored = getComputedStyle(grid.current).direction === 'rtl' ? -1 : 1;
    const next = { day: here.day + step.day, hour: here.hour + step.hour * mirrored };
    if (!days[next.day] || !hours[next.hour]) return;
    setHere(next);
    grid.current.querySelector<HTMLElement>(`[data-at="${next.day}-${next.hour}"]`)?.focus();
  }

  return (
    <figure className="picture" aria-labelledby={id}>
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
                  const { level, text, words } = cell(day.id, hour.id);
                  const stone = stoneAt.get(`${day.id} ${hour.id}`);
                  return (
                    <td key={hour.id}>
                      <button
                        type="button"
                        className={classNames('heat-cell', `heat-${level}`)}
                        data-at={`${dayPlace}-${hourPlace}`}
                        tabIndex={dayPlace === here.day && hourPlace === here.hour ? 0 : -1}
                        aria-label={stone ? `${stone.number}. ${words}` : words}
                        onFocus={() => {
                          setHere({ day: dayPlace, hour: hourPlace });
                          setPointed(words);
                        }}
                        onMouseEnter={() => setPointed(words)}
                      >
                        {stone ? <span className="stone-mark">{stone.number}</span> : text}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="heat-detail" id={`${id}-hint`}>
        {pointed ?? hint}
      </p>
      <ol className="stone-list" aria-label={stonesLabel}>
        {stones.map((stone) => (
          <li key={stone.number}>
            <span className="stone-mark">{stone.number}</span>
            <div>{stone.words}</div>
          </li>
        ))}
      </ol>
    </figure>
  );
}
