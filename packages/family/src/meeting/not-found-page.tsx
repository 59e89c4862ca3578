import { useHere } from '../page/here'
import { PageFrame } from '../page/page-frame'
import { Way } from '../page/way'
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
