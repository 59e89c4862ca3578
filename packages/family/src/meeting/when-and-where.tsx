import type { CurrentUser, Meeting } from '../page/current-user'
import { saidDay, saidTime, saidWall, saidZone } from '../page/said-dates'
import { meetingWords } from './meeting.copy'

/** The date, the place, and this person's own time to arrive. */
export function WhenAndWhere({ meeting, today }: { meeting: Meeting; today: CurrentUser['today'] }) {
  const { startWall, endWall, place, arriveAt, coordinator, stage, zone } = meeting
  if (startWall === null) return <p>{meetingWords.noDate(coordinator.name)}</p>
  return (
    <dl>
      <dt>{meetingWords.date}</dt>
      <dd>
        {arriveAt ? saidDay(startWall, today) : saidWall(startWall, today)}
        {endWall && <span className="quiet">, {meetingWords.until(saidTime(endWall))}</span>}{' '}
        <span className="quiet">({saidZone(zone)})</span>
      </dd>
      {arriveAt && stage !== 'ended' && (
        <>
          <dt>{meetingWords.arrive}</dt>
          <dd>
            {saidTime(arriveAt)} <span className="quiet">{meetingWords.arriveWhy}</span>
          </dd>
        </>
      )}
      <dt>{meetingWords.place}</dt>
      <dd>{place ? <bdi>{place}</bdi> : meetingWords.placeLater(coordinator.name)}</dd>
    </dl>
  )
}
