import type { ReactNode } from 'react'

export type StatusKind = 'needs-you' | 'waiting' | 'done' | 'plain'

const shapes: Record<StatusKind, ReactNode> = {
  'needs-you': <path d="M8 0 16 8 8 16 0 8Z" />,
  waiting: <path d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2.4V8l4 4A5.6 5.6 0 0 0 8 2.4Z" fillRule="evenodd" />,
  done: <path d="m1 8.6 2.2-2.2 3.3 3.3 6.4-7.5 2.3 2L6.7 14Z" />,
  plain: <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="2.4" />,
}

/** How a thing stands: always a word and a shape as well as a colour. */
export function StatusWord({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className={`status status-${kind}`}>
      <svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
        {shapes[kind]}
      </svg>
      <span>{children}</span>
    </span>
  )
}
