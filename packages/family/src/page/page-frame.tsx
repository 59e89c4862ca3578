import { useEffect, useRef, type ReactNode } from 'react'
import { LeaveButton } from '@kinplan/ui/leave-button'
import { SkipLink } from '@kinplan/ui/skip-link'
import { leaveSite } from './leave-site'
import type { CurrentUser } from './current-user'
import { frameWords } from './page-frame.copy'
import { reachedByBack } from './address'
import { PageLink } from './page-link'

interface PageFrameProps {
  /** The question or the name of the page: its one h1. */
  title: ReactNode
  /** The page before this one, in the order of things. */
  back?: string
  /** Private family time, and nothing else. */
  plum?: boolean
  user: Pick<CurrentUser, 'person' | 'coordinator' | 'council' | 'storyPage'> | null
  children: ReactNode
}

let firstPage = true

/** What every page has: who I am here and the way out at the top, the way by phone at the bottom. */
export function PageFrame({ title, back, plum = false, user, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)

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
      <header className="masthead masthead-stays">
        <LeaveButton onLeave={leaveSite} label={frameWords.leave} hint={frameWords.leaveHint} />
        <SkipLink />
        {user ? (
          <p>
            {frameWords.currentUserAs}{' '}
            <strong>
              <bdi>{user.person.name}</bdi>
            </strong>
          </p>
        ) : (
          <p>{frameWords.siteName}</p>
        )}
      </header>
      <main id="main" className="page">
        {back && (
          <p className="back">
            <PageLink to={back}>{back === '/' ? frameWords.home : frameWords.back}</PageLink>
          </p>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
        {user && <OtherWay user={user} />}
      </main>
    </>
  )
}

function OtherWay({ user }: { user: NonNullable<PageFrameProps['user']> }) {
  const { coordinator, council, storyPage } = user
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
        <PageLink to="/help">{frameWords.needHelp}</PageLink>
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
