import { useId, type ReactNode } from 'react'

/** The plum band: who can read what is here now. `heading` names the place, `children` is the line of names. */
export function PrivateBand({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="plum-band plum-band-in" aria-labelledby={id}>
      <svg
        viewBox="0 0 24 24"
        width="1.6em"
        height="1.6em"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M3 11.5 12 4l9 7.5M5.5 10v10h13V10" />
        <path d="M12 13.2v3.2" />
        <circle cx="12" cy="12.6" r="1.2" fill="currentColor" />
      </svg>
      <div>
        <h2 id={id}>{heading}</h2>
        <p aria-live="polite">{children}</p>
      </div>
    </section>
  )
}
