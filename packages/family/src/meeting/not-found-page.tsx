import { useHere } from '../page/current-user'
import { PageFrame } from '../page/page-frame'
import { Way } from '../page/page-link'
import { meetingWords } from './meeting.copy'

/** Not there, or not yours: the two look the same. */
export function NotFoundPage() {
  return (
    <PageFrame title={meetingWords.notFound} here={useHere()}>
      <p>{meetingWords.notFoundMore}</p>
      <p>
        <Way className="button" to="/">
          {meetingWords.goHome}
        </Way>
      </p>
    </PageFrame>
  )
}
