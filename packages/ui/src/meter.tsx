import type { ReactNode } from 'react'
import { classNames } from './class-names'

type MeterProps = {
  label: ReactNode
  /** How much of `outOf` is there. */
  filled: number
  outOf: number
  /** The same in words, always shown; best a StatusWord. */
  words: ReactNode
  children?: ReactNode
}

/** A row that fills up. The filling is only a picture: `words` says it. */
export function Meter({ label, filled, outOf, words, children }: MeterProps) {
  const share = outOf > 0 ? Math.min(1, Math.max(0, filled / outOf)) : 0
  return (
    <div className={classNames('meter', share === 1 && 'meter-full')}>
      <div className="meter-fill" style={{ inlineSize: `${share * 100}%` }} aria-hidden="true" />
      <div className="meter-head">
        <strong>{label}</strong>
        <span>{words}</span>
      </div>
      {children && <div className="meter-more">{children}</div>}
    </div>
  )
}
