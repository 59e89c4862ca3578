import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { frameWords } from './shell.copy'

interface PageFrameProps {
  title: string
  /** The window's title, where the heading names a family: the browser's history keeps it. */
  windowTitle?: string
  /** Stands above the heading: where this page belongs. */
  above?: ReactNode
  /** Beside the heading: what one may do here. */
  beside?: ReactNode
  children: ReactNode
}

let firstPage = true

/** A page: its title, its one h1 (which takes the focus when the page changes), its main part. */
export function PageFrame({ title, windowTitle = title, above, beside, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    document.title = frameWords.windowTitle(windowTitle)
  }, [windowTitle])
  useEffect(() => {
    // The browser itself begins at the top of the first page; afterwards it does not know that the page is another.
    if (!firstPage) {
      heading.current?.focus()
      window.scrollTo({ top: 0 })
    }
    firstPage = false
  }, [pathname])
  return (
    <main id="main" className="page" tabIndex={-1}>
      {above && <div className="page-above">{above}</div>}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        {beside}
      </div>
      {children}
    </main>
  )
}
