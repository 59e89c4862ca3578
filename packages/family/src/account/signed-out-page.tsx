import type { HereQuery } from '../generated/graphql'
import { PageFrame, telephone } from '../page/page-frame'
import { signedOutWords } from './signed-out-page.copy'

/** Nobody of a family is signed in: what to do. `fromSquare`: they came by a square. */
export function SignedOutPage({ me, fromSquare }: { me: HereQuery['me']; fromSquare: boolean }) {
  const { worker, council, storyPage } = me
  return (
    <PageFrame title={worker ? signedOutWords.workerTitle : signedOutWords.title} here={null}>
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
          <p className="lede">{fromSquare ? signedOutWords.square : signedOutWords.why}</p>
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
