import { useId, type CSSProperties, type ReactNode } from 'react'

export type LaneItem = {
  id: string
  /** Sorts items and lines up the lanes: an ISO date, or anything that sorts as text. */
  at: string
  /** The date in words. */
  when: string
  what: ReactNode
  who: ReactNode
  status?: ReactNode
}

type Lane = { label: string; items: readonly LaneItem[]; empty: ReactNode }

/** Two time lines side by side on one axis, neither larger than the other; for a screen reader two lists. */
export function TwoLanes({ label, lanes }: { label: string; lanes: readonly [Lane, Lane] }) {
  const id = useId()
  const { rowOf, rows } = lanePlaces(lanes)
  return (
    <figure className="picture" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{label}</h2>
      </figcaption>
      <div className="lanes" style={{ '--lane-rows': rows } as CSSProperties}>
        {lanes.map((lane, place) => (
          <section
            key={lane.label}
            className={place === 0 ? 'lane lane-first' : 'lane lane-second'}
            style={{ '--lane-column': place === 0 ? 1 : 3 } as CSSProperties}
            aria-labelledby={`${id}-${place}`}
          >
            <h3 id={`${id}-${place}`}>{lane.label}</h3>
            {lane.items.length === 0 ? (
              <p className="lane-empty">{lane.empty}</p>
            ) : (
              <ol>
                {inTime(lane.items).map((item) => (
                  <li key={item.id} className="lane-item" style={{ '--lane-row': rowOf.get(item) } as CSSProperties}>
                    <p className="lane-when">{item.when}</p>
                    <p>{item.what}</p>
                    <p className="quiet">{item.who}</p>
                    {item.status}
                  </li>
                ))}
              </ol>
            )}
          </section>
        ))}
      </div>
    </figure>
  )
}

function inTime(items: readonly LaneItem[]): LaneItem[] {
  return [...items].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The grid row of each item: the same date is the same row in both lanes. Row 1 holds the lanes' names. */
function lanePlaces(lanes: readonly Lane[]): { rowOf: Map<LaneItem, number>; rows: number } {
  const rowOf = new Map<LaneItem, number>()
  const dates = [...new Set(lanes.flatMap((lane) => lane.items.map((item) => item.at)))].sort()
  let row = 2
  for (const date of dates) {
    const together = lanes.map((lane) => lane.items.filter((item) => item.at === date))
    for (const items of together) items.forEach((item, place) => rowOf.set(item, row + place))
    row += Math.max(...together.map((items) => items.length))
  }
  return { rowOf, rows: row - 1 }
}
