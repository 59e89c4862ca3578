import { PageFrame } from '../page/page-frame'
import { useMeeting } from './meeting-of'
import { whoPageWords } from './meeting.copy'
import { NotFoundPage } from './not-found-page'

/** Whom this person may know of, and nobody else: no gaps, no counts, and how each joins is theirs to tell. */
export function WhoPage({ id }: { id: string }) {
  const { user, meeting } = useMeeting(id)
  if (!meeting) return <NotFoundPage />
  const { coordinator, referrer, others } = meeting
  return (
    <PageFrame title={whoPageWords.title} back={`/meeting/${id}`} user={user}>
      {others.length === 0 ? (
        <p className="lede">{whoPageWords.nobody}</p>
      ) : (
        <>
          <p>{whoPageWords.some}</p>
          <ul className="people">
            {others.map(({ id: other, name }) => (
              <li key={other}>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">{whoPageWords.other}</p>
      <h2>{whoPageWords.workers}</h2>
      <ul className="people">
        <li>
          <strong>
            <bdi>{coordinator.name}</bdi>
          </strong>
          , {whoPageWords.runs}
        </li>
        <li>
          <strong>
            <bdi>{referrer.name}</bdi>
          </strong>
          , {whoPageWords.referred}
        </li>
      </ul>
    </PageFrame>
  )
}
