import type { ReactNode } from 'react'
import { classNames } from './class-names'

type NoticeProps = {
  tone?: 'plain' | 'coral' | 'plum'
  heading?: ReactNode
  headingLevel?: 2 | 3
  /** polite: read out when it appears or changes; alert: at once. */
  live?: 'polite' | 'alert'
  children: ReactNode
}

/** A few words set apart from the page. */
export function Notice({ tone = 'plain', heading, headingLevel = 2, live, children }: NoticeProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div
      className={classNames('notice', tone !== 'plain' && `notice-${tone}`)}
      role={live === 'alert' ? 'alert' : live === 'polite' ? 'status' : undefined}
    >
      {heading && <Heading>{heading}</Heading>}
      {children}
    </div>
  )
}
