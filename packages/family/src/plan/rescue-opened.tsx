import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { useState } from 'react'
import type { CurrentUser } from '../page/current-user'
import { PageLink } from '../page/page-link'
import { saidWall } from '../page/said-dates'
import type { Room } from './held-draft'
import { rescueOpened as words } from './rescue-words.copy'

type Opening = Room['rescueOpenings'][number]
const nameOf = ({ sessionId, atWall }: Opening) => `${sessionId} ${atWall}`
/** What somebody on this page has said yes to. */
const known = new Set<string>()

/**
 * On every page of the private plan: that it was opened with rescue words, when and as whom, until somebody here says that it was one of
 * them. `isHere`: this page has the plan open.
 */
export function RescueOpened({ room, user, isHere }: { room: Room; user: CurrentUser; isHere: boolean }) {
  const [, setKnown] = useState(0)
  const opening = room.rescueOpenings.find((one) => !one.here && !known.has(nameOf(one)))
  if (!opening) return null
  const at = `/meeting/${room.meetingId}/private`
  const together = may(room, 'room:readMembers')
  function say(opened: Opening) {
    known.add(nameOf(opened))
    setKnown(known.size)
  }
  return (
    <Notice tone="plum" live="alert" heading={words.heading}>
      <p>
        <bdi>{words.who(opening.name, saidWall(opening.atWall, user.today))}</bdi>
      </p>
      <p>{together ? words.ask : words.askAlone}</p>
      <div className="actions">
        <Button look="quiet" onClick={() => say(opening)}>
          {words.yes}
        </Button>
      </div>
      <p className="cluster">
        {together && <PageLink to={`${at}/phones`}>{words.phones}</PageLink>}
        {isHere && <PageLink to={`${at}/card`}>{words.newWords}</PageLink>}
      </p>
    </Notice>
  )
}
