import type { ReactNode } from 'react'
import { PageLink } from './page-link'

export interface LinkRow {
  readonly to: string
  readonly label: ReactNode
  readonly more?: ReactNode
  readonly status?: ReactNode
}

/** Rows that each lead somewhere. */
export function LinkList({ rows }: { rows: readonly LinkRow[] }) {
  return (
    <ul className="way-list">
      {rows.map(({ to, label, more, status }) => (
        <li key={to}>
          <PageLink to={to}>
            <span className="way-label">{label}</span>
            {more && <span className="way-more">{more}</span>}
            {status && <span className="way-more">{status}</span>}
          </PageLink>
        </li>
      ))}
    </ul>
  )
}
