import { Spinner } from '@kinplan/ui/spinner';
import { useEffect } from 'react';
import { HelpPage } from './account/help-page';
import { hereFrom, HereContext } from './page/here';
import { SignedOutPage } from './account/signed-out-page';
import { signedOutWords } from './account/signed-out-page.copy';
import { PromisePage } from './action/promise-page';
import { PromisesPage } from './action/promises-page';
import { TimesPage, timesParts } from './availability/times-page';
import { askAgain, useAsked } from './connection/asked';
import { useLiveMeetings } from './connection/live';
import { TroubleNotice } from './connection/trouble-notice';
import { HereDocument } from './generated/graphql';
import { HomePage } from './home/home-page';
import { DayPage } from './meeting/day-page';
import { MeetingPage } from './meeting/meeting-page';
import { NotFoundPage } from './meeting/not-found-page';
import { ReplyPage } from './meeting/reply-page';
import { WhoPage } from './meeting/who-page';
import { WhyPage } from './meeting/why-page';
import { usePath } from './page/address';
import { PageFrame } from './page/page-frame';
import { AgreePage } from './plan/agree-page';
import { hasUnsavedWords } from './plan/held-draft';
import { JoinPage, type Square } from './plan/join-page';
import { MeansPage } from './plan/means-page';
import { PlanPage } from './plan/plan-page';
import { PrivatePage } from './plan/private-page';

const nobody = {};

/** The family's app. `square`: this page was opened by the camera, from another phone's square. */
export function FamilyApp({ square }: { square: Square | undefined }) {
  const { data, trouble } = useAsked(HereDocument, nobody);
  const path = usePath();
  const here = data ? hereFrom(data) : null;
  useLiveMeetings(here?.meetings.map(({ id }) => id) ?? []);
  useUnsavedWords();

  if (!data) {
    return (
      <PageFrame title={trouble ? signedOutWords.troubleTitle : signedOutWords.loadingTitle} here={null}>
        <TroubleNotice of={{ trouble, tryAgain: askAgain }} reading />
        {!trouble && <Spinner>{signedOutWords.loading}</Spinner>}
      </PageFrame>
    );
  }
  if (!here) return <SignedOutPage me={data.me} fromSquare={square !== undefined} />;
  return (
    <HereContext value={here}>
      <PageAt path={path} key={path} square={square} />
    </HereContext>
  );
}

/** The page at an address. A new address is a new page: nothing of the old one stays but what was kept on purpose. */
function PageAt({ path, square }: { path: string; square: Square | undefined }) {
  const [first = '', id = '', part, ...rest] = path.split('/').slice(1);
  if (path === '/') return <HomePage />;
  if (path === '/help') return <HelpPage />;
  if (path === '/join') return <JoinPage square={square} />;
  if (path === '/promises') return <PromisesPage />;
  if (path === '/times') return <TimesPage part={undefined} />;
  if (first === 'times') {
    const times = timesParts.find((one) => one === id);
    return times ? <TimesPage part={times} /> : <NotFoundPage />;
  }
  if (first === 'promises') return <PromisePage id={id} />;
  if (first === 'plan') return part === 'agree' ? <AgreePage id={id} /> : <PlanPage id={id} />;
  if (first === 'meeting' && id) {
    if (part === undefined) return <MeetingPage id={id} />;
    if (part === 'why') return <WhyPage id={id} />;
    if (part === 'who') return <WhoPage id={id} />;
    if (part === 'reply') return <ReplyPage id={id} />;
    if (part === 'day') return <DayPage id={id} />;
    if (part === 'private') return rest[0] === 'means' ? <MeansPage meetingId={id} /> : <PrivatePage id={id} parts={rest} />;
  }
  return <NotFoundPage />;
}

/** The browser asks before it throws away words that are nowhere but here. */
function useUnsavedWords(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (hasUnsavedWords()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}
