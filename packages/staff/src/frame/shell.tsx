import { useQuery } from '@apollo/client/react'
import { NavLink, Outlet } from 'react-router'
import { may } from '@kinplan/domain/access/may'
import type { Right } from '@kinplan/domain/access/rules'
import { Button } from '@kinplan/ui/button'
import { SkipLink } from '@kinplan/ui/skip-link'
import { useFocusKept } from './focus-kept'
import { forgetKeptTyped } from './kept-typed'
import { LeaveDocument, MeDocument, type MeQuery } from '../generated/graphql'
import { PageFrame } from './page-frame'
import { Read } from '../connection/read'
import { RefusalNotice } from './refusal-notice'
import { shellWords as words } from './shell.copy'
import { useChange } from '../connection/use-change'
import type { WhoIAm } from '../connection/who-i-am'

/** A link in the side bar. */
export interface NavItem {
  to: string
  label: string
  /** Shown to those who have this right over nothing in particular. */
  right?: Right
}

type Me = MeQuery['me']

/** Around every page: where one can go, who one is, and the way out. Without a worker it says what to do instead. */
export function Shell({ nav }: { nav: readonly NavItem[] }) {
  const reading = useQuery(MeDocument)
  useFocusKept()
  return (
    <>
      <SkipLink />
      <Read reading={reading}>
        {({ me }) =>
          me.worker === null ? (
            <NotAWorker me={me} />
          ) : (
            <Inside me={me} who={{ worker: me.worker, viewerCan: me.viewerCan, today: me.today }} nav={nav} />
          )
        }
      </Read>
    </>
  )
}

function Inside({ me, who, nav }: { me: Me; who: WhoIAm; nav: readonly NavItem[] }) {
  const leaving = useChange(LeaveDocument)
  async function leave() {
    const done = await leaving.run({})
    // A whole new page: nothing that was read stays in this window's memory.
    if (!done) return
    forgetKeptTyped()
    window.location.replace('/')
  }
  return (
    <>
      <header className="masthead no-print">
        <p>
          <strong>Kinplan</strong> <bdi>{me.council.name}</bdi>
          {me.storyPage && (
            <span className="story-line">
              {words.story} <a href="/">{words.chooseWho}</a>
            </span>
          )}
        </p>
        <div className="cluster">
          <span>
            {words.youAre}{' '}
            <strong>
              <bdi>{who.worker.name}</bdi>
            </strong>
            , <bdi>{who.worker.title}</bdi>
          </span>
          <Button look="quiet" disabled={leaving.busy} onClick={() => void leave()}>
            {words.leave}
          </Button>
        </div>
      </header>
      <RefusalNotice change={leaving} onAgain={() => void leave()} />
      <div className="with-side">
        <nav className="side-nav no-print" aria-label={words.ways}>
          <ul>
            {nav
              .filter(({ right }) => right === undefined || may(who, right))
              .map((item) => (
                <li key={item.to}>
                  <NavLink to={item.to} end={item.to === '/'}>
                    {item.label}
                  </NavLink>
                </li>
              ))}
          </ul>
        </nav>
        <Outlet context={who} />
      </div>
    </>
  )
}

function NotAWorker({ me }: { me: Me }) {
  if (me.person !== null) {
    return (
      <PageFrame title={words.theirsTitle}>
        <p>
          {words.theirsHere} <bdi>{me.person.name}</bdi>.
        </p>
        <p>
          <a className="button" href="/f/">
            {words.theirsWay}
          </a>
        </p>
      </PageFrame>
    )
  }
  return (
    <PageFrame title={words.outTitle}>
      <p>{me.storyPage ? words.outStory : words.out(me.council.name)}</p>
      {me.storyPage ? (
        <p>
          <a className="button" href="/">
            {words.chooseWho}
          </a>
        </p>
      ) : (
        <p>
          {words.outPhone} <a href={`tel:${me.council.phone.replaceAll(' ', '')}`}>{me.council.phone}</a>
        </p>
      )}
    </PageFrame>
  )
}
