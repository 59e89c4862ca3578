import type { ComponentProps, ReactNode } from 'react'

/** Something one may open to read more. Works without JavaScript. */
export function Disclosure({ label, children, ...details }: ComponentProps<'details'> & { label: ReactNode }) {
  return (
    <details {...details}>
      <summary>{label}</summary>
      <div>{children}</div>
    </details>
  )
}
