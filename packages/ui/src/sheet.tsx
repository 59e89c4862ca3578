import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** A sheet of paper: the main panel on a screen, a page of its own in print. */
export function Sheet({ className, ...rest }: ComponentProps<'section'>) {
  return <section className={classNames('sheet', className)} {...rest} />
}
