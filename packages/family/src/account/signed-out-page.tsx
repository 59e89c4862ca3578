import type { CurrentUserQuery } from '../generated/graphql'
import { PageFrame, telephone } from '../page/page-frame'
import { signedOutWords } from './signed-out-page.copy'

/** Nobody of a family is signed in: what to do. `fromQrCode`: they came by a square. */
export function SignedOutPage({ me, fromQrCode }: { me: CurrentUserQuery['me']; fromQrCode: boolean }) {
  const { worker, council, storyPage } = me
  return (
    <PageFrame title={worker ? signedOutWords.workerTitle : signedOutWords.title} user={null}>
      {worker ? (
        <>
          <p>{signedOutWords.worker(worker.name)}</p>
          <p>
            <a className="button" href="/staff/">
              {signedOutWords.toStaff}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className="lede">{fromQrCode ? signedOutWords.qrCode : signedOutWords.why}</p>
          <p>
            {signedOutWords.lost} <bdi>{council.name}</bdi>, <a href={telephone(council.phone)}>{council.phone}</a>
          </p>
        </>
      )}
      {storyPage && (
        <p className="quiet">
          {signedOutWords.story} <a href="/">{signedOutWords.chooseWho}</a>
        </p>
      )}
    </PageFrame>
  )
}
