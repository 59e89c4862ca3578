import { useEffect, useRef, type ReactNode } from 'react'
import { LeaveButton } from '@kinplan/ui/leave-button'
import { SkipLink } from '@kinplan/ui/skip-link'
import { leaveSite } from './leave-site'
import type { Here } from './current-user'
import { frameWords } from './page-frame.copy'
import { reachedByBack } from './address'
import { Way } from './page-link'

export interface PageFrameProps {
  /** The question or the name of the page: its one h1. */
  title: ReactNode
  /** The title in plain words, where `title` is more. */
  plainTitle?: string
  /** The page before this one, in the order of things. */
  back?: string
  /** Private family time, and nothing else. */
  plum?: boolean
  here: Pick<Here, 'person' | 'coordinator' | 'council' | 'storyPage'> | null
  children: ReactNode
}

let firstPage = true

/** What every page has: who I am here and the way out at the top, the way by phone at the bottom. */
export function PageFrame({ title, plainTitle, back, plum = false, here, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const words = plainTitle ?? (typeof title === 'string' ? title : frameWords.siteName)

  useEffect(() => {
    document.title = words === frameWords.siteName ? words : `${words} – ${frameWords.siteName}`
  }, [words])

  useEffect(() => {
    // A new page is read from its heading; the very first is read as the browser reads any page.
    if (!firstPage) {
      heading.current?.focus({ preventScroll: true })
      if (!reachedByBack()) window.scrollTo(0, 0)
    }
    firstPage = false
  }, [])

  useEffect(() => {
    document.body.classList.toggle('plum-page', plum)
    return () => document.body.classList.remove('plum-page')
  }, [plum])

  return (
    <>
      <SkipLink />
      <header className="masthead masthead-stays">
        {here ? (
          <p>
            {frameWords.hereAs}{' '}
            <strong>
              <bdi>{here.person.name}</bdi>
            </strong>
          </p>
        ) : (
          <p>{frameWords.siteName}</p>
        )}
        <LeaveButton onLeave={leaveSite} label={frameWords.leave} hint={frameWords.leaveHint} />
      </header>
      <main id="main" className="page">
        {back && (
          <p className="back">
            <Way to={back}>{back === '/' ? frameWords.home : frameWords.back}</Way>
          </p>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
        {here && <OtherWay here={here} />}
      </main>
    </>
  )
}

function OtherWay({ here }: { here: NonNullable<PageFrameProps['here']> }) {
  const { coordinator, council, storyPage } = here
  const phone = coordinator?.phone || council.phone
  return (
    <footer className="other-way">
      <p>
        <strong>{frameWords.byPhone}</strong>
        <br />
        {frameWords.ring} <bdi>{coordinator?.name ?? council.name}</bdi>
        {coordinator?.title && frameWords.coordinatorIs(coordinator.title)}: <a href={telephone(phone)}>{phone}</a>
      </p>
      <p>
        <Way to="/help">{frameWords.needHelp}</Way>
      </p>
      {storyPage && (
        <p className="quiet">
          {frameWords.story} <a href="/">{frameWords.chooseWho}</a>
        </p>
      )}
    </footer>
  )
}

/** What a phone dials. */
export function telephone(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`
}
