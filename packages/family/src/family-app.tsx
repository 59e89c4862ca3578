import { Spinner } from '@kinplan/ui/spinner'
import { useEffect } from 'react'
import { SignInsPage } from './account/sign-ins-page'
import { HelpPage } from './account/help-page'
import { currentUserFrom, CurrentUserContext } from './page/current-user'
import { SignedOutPage } from './account/signed-out-page'
import { signedOutWords } from './account/signed-out-page.copy'
import { ActionPage } from './action/action-page'
import { ActionsPage } from './action/actions-page'
import { askAgain, useAsked } from './connection/asked'
import { useLiveMeetings } from './connection/live'
import { TroubleNotice } from './connection/trouble-notice'
import { CurrentUserDocument, type Stage } from './generated/graphql'
import { HomePage } from './home/home-page'
import { AnotherDayPage } from './meeting/another-day-page'
import { DayPage } from './meeting/day-page'
import { MeetingPage } from './meeting/meeting-page'
import { NotFoundPage } from './meeting/not-found-page'
import { ReplyPage } from './meeting/reply-page'
import { WhoPage } from './meeting/who-page'
import { WhyPage } from './meeting/why-page'
import { usePath } from './page/address'
import { laterPage } from './page/later-page'
import { Masthead } from './page/masthead'
import { PageFrame } from './page/page-frame'
import { AgreePage } from './plan/agree-page'
import type { QrCode } from './plan/join-page'
import { MeansPage } from './plan/means-page'
import { PaperPage } from './plan/paper-page'
import { PlanPage } from './plan/plan-page'
import { hasUnsavedWords } from '@kinplan/private-draft/unsaved-words'

const nobody = {}
/** Private family time may come any moment: its page should be here before the signal is lost. */
const daysStages: ReadonlySet<Stage> = new Set(['welcome', 'information', 'privateTime'])
const WhoLookedPage = laterPage(() => import('./account/who-looked-page').then((part) => part.WhoLookedPage))
const TimesPage = laterPage(() => import('./availability/times-page').then((part) => part.TimesPage))
const PrivatePage = laterPage(() => import('./plan/private-page').then((part) => part.PrivatePage))
const JoinPage = laterPage(() => import('./plan/join-page').then((part) => part.JoinPage))

/** The family's app. `qrCode`: this page was opened by the camera, from another phone's square. */
export function FamilyApp({ qrCode }: { qrCode: QrCode | undefined }) {
  const { data, trouble } = useAsked(CurrentUserDocument, nobody)
  const path = usePath()
  const user = data ? currentUserFrom(data) : null
  useLiveMeetings(user?.meetings.map(({ id }) => id) ?? [])
  useUnsavedWords()
  const onTheDay = user?.meetings.some(({ stage }) => daysStages.has(stage)) ?? false
  useEffect(() => {
    if (onTheDay) PrivatePage.fetchEarly()
  }, [onTheDay])

  return (
    <>
      <Masthead user={user} />
      {!data ? (
        <PageFrame title={trouble ? signedOutWords.troubleTitle : signedOutWords.loadingTitle} user={null}>
          <TroubleNotice of={{ trouble, again: askAgain }} reading />
          {!trouble && <Spinner>{signedOutWords.loading}</Spinner>}
        </PageFrame>
      ) : !user ? (
        <SignedOutPage me={data.me} fromQrCode={qrCode !== undefined} />
      ) : (
        <CurrentUserContext value={user}>
          <PageAt path={path} key={pageOf(path)} qrCode={qrCode} />
        </CurrentUserContext>
      )}
    </>
  )
}

/** All of /times is one page with many questions. */
function pageOf(path: string): string {
  return path.startsWith('/times/') ? '/times' : path
}

/** The page at an address. A new address is a new page: nothing of the old one stays but what was kept on purpose. */
function PageAt({ path, qrCode }: { path: string; qrCode: QrCode | undefined }) {
  const [first = '', id = '', part, ...rest] = path.split('/').slice(1)
  if (path === '/') return <HomePage />
  if (path === '/help') return <HelpPage />
  if (path === '/sign-ins') return <SignInsPage />
  if (path === '/who-looked') return <WhoLookedPage />
  if (path === '/join') return <JoinPage qrCode={qrCode} />
  if (path === '/promises') return <ActionsPage />
  if (first === 'times') return <TimesPage parts={path.split('/').slice(2)} />
  if (first === 'promises') return <ActionPage id={id} />
  if (first === 'plan') return part === 'agree' ? <AgreePage id={id} /> : <PlanPage id={id} />
  if (first === 'meeting' && id) {
    if (part === undefined) return <MeetingPage id={id} />
    if (part === 'why') return <WhyPage id={id} />
    if (part === 'who') return <WhoPage id={id} />
    if (part === 'reply') return <ReplyPage id={id} />
    if (part === 'another-day') return <AnotherDayPage id={id} />
    if (part === 'paper') return <PaperPage id={id} />
    if (part === 'day') return <DayPage id={id} />
    if (part === 'private') return rest[0] === 'means' ? <MeansPage meetingId={id} /> : <PrivatePage id={id} parts={rest} />
  }
  return <NotFoundPage />
}

/** The browser asks before it throws away words that are nowhere but here. */
function useUnsavedWords(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (hasUnsavedWords()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}
