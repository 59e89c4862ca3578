import { usePageHeading } from '@kinplan/ui/page-heading'
import { useEffect, type ReactNode } from 'react'
import { reachedByBack, usePath } from './address'
import type { CurrentUser } from './current-user'
import { frameWords } from './page-frame.copy'
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

/** What every page has below the masthead: its heading, and at the bottom the way by phone. */
export function PageFrame({ title, back, plum = false, user, children }: PageFrameProps) {
  const heading = usePageHeading(usePath(), reachedByBack)

  useEffect(() => {
    document.body.classList.toggle('plum-page', plum)
    return () => document.body.classList.remove('plum-page')
  }, [plum])

  return (
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
