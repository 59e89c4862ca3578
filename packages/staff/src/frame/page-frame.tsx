import { usePageHeading } from '@kinplan/ui/page-heading'
import { useEffect, type ReactNode } from 'react'
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

/** A page: its title, its one h1 (which takes the focus when the page changes), its main part. */
export function PageFrame({ title, windowTitle = title, above, beside, children }: PageFrameProps) {
  const { pathname } = useLocation()
  const heading = usePageHeading(pathname)
  useEffect(() => {
    document.title = frameWords.windowTitle(windowTitle)
  }, [windowTitle])
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
