import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** A panel on the page. */
export function Card({ tone = 'plain', className, ...rest }: ComponentProps<'div'> & { tone?: 'plain' | 'sand' | 'soft' }) {
  return <div className={classNames('card', tone !== 'plain' && `card-${tone}`, className)} {...rest} />
}
