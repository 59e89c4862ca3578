import type { ReactNode } from 'react'

/** Says in words what is being waited for. Keep it on the page and change the words, so that they are read out. */
export function Spinner({ children }: { children: ReactNode }) {
  return (
    <div className="spinner" role="status">
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="3.5" strokeLinecap="round" aria-hidden="true">
        <circle cx="12" cy="12" r="9.5" opacity=".25" />
        <path d="M12 2.5a9.5 9.5 0 0 1 9.5 9.5" />
      </svg>
      <span>{children}</span>
    </div>
  )
}
