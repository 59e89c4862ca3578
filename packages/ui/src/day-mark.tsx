import type { ReactNode } from 'react'

/** How a day looks in a picture of days: free, free for a part of it, at work by day or by night, asleep, not free, nothing said. */
export type DayLook = 'can' | 'part' | 'work' | 'night' | 'sleep' | 'cannot' | 'none'

const shapes: Record<DayLook, ReactNode> = {
  can: <path d="m1 8.6 2.2-2.2 3.3 3.3 6.4-7.5 2.3 2L6.7 14Z" />,
  part: <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 2v10A5 5 0 0 0 8 3Z" fillRule="evenodd" />,
  work: <path d="M2 2h12v12H2Z" />,
  night: <path d="M10.5 1A7.2 7.2 0 1 0 15 11.6 6.2 6.2 0 0 1 10.5 1Z" />,
  sleep: <path d="M3 2h10v2.2L6.6 11.6H13V14H3v-2.2l6.4-7.4H3Z" />,
  cannot: <path d="m3.1 1 4.9 4.9L12.9 1 15 3.1 10.1 8l4.9 4.9-2.1 2.1L8 10.1 3.1 15 1 12.9 5.9 8 1 3.1Z" />,
  none: <circle cx="8" cy="8" r="2" />,
}

/** The shape that stands for a day, beside its word and its colour. */
export function DayMark({ look }: { look: DayLook }) {
  return (
    <svg className="day-mark" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      {shapes[look]}
    </svg>
  )
}

/** Days in a row, as small as can be: a picture beside words that say the same. */
export function DayStrip({ looks }: { looks: readonly DayLook[] }) {
  return (
    <span className="day-strip" aria-hidden="true">
      {looks.map((look, place) => (
        <span key={place} className={`day-${look}`}>
          <DayMark look={look} />
        </span>
      ))}
    </span>
  )
}
