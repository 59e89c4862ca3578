import { useCurrentUser } from '../page/current-user'
import { PageFrame } from '../page/page-frame'
import { PageLink } from '../page/page-link'
import { meetingWords } from './meeting.copy'

/** Not there, or not yours: the two look the same. */
export function NotFoundPage() {
  return (
    <PageFrame title={meetingWords.notFound} user={useCurrentUser()}>
      <p>{meetingWords.notFoundMore}</p>
      <p>
        <PageLink className="button" to="/">
          {meetingWords.goHome}
        </PageLink>
      </p>
    </PageFrame>
  )
}
