import type { ReactNode } from 'react'
import { Way } from './page-link'

export interface WayRow {
  readonly to: string
  readonly label: ReactNode
  readonly more?: ReactNode
  readonly status?: ReactNode
}

/** Rows that each lead somewhere. */
export function WayList({ rows }: { rows: readonly WayRow[] }) {
  return (
    <ul className="way-list">
      {rows.map(({ to, label, more, status }) => (
        <li key={to}>
          <Way to={to}>
            <span className="way-label">{label}</span>
            {more && <span className="way-more">{more}</span>}
            {status && <span className="way-more">{status}</span>}
          </Way>
        </li>
      ))}
    </ul>
  )
}
