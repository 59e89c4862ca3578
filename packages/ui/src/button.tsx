import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export type ButtonProps = ComponentProps<'button'> & {
  /** main: the one thing to do here; quiet: another; danger: cannot be undone; link: reads as a link. */
  look?: 'main' | 'quiet' | 'danger' | 'link'
}

/** A button that does nothing by surprise: its type is `button` unless said otherwise. */
export function Button({ look = 'main', type = 'button', className, ...rest }: ButtonProps) {
  return <button type={type} className={classNames(look !== 'main' && `button-${look}`, className) || undefined} {...rest} />
}
