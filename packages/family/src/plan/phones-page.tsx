import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { useState } from 'react'
import { useChange } from '../connection/change'
import { TroubleNotice } from '../connection/trouble-notice'
import { KeepNothingHereDocument } from '../generated/graphql'
import { PageLink } from '../page/page-link'
import { keepKeyAgain } from './held-draft'
import { keepNothing, keepsNothingOf, shareTablet, useSharedTablet } from './kept-here'
import type { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { keepWords, phonesWords } from './private.copy'
import { tabletWords } from './rescue-words.copy'
import { RoomPhones } from './room-phones'

/** Who is signed in as whom, at any time while the plan is written; and what stays on this phone. */
export function PhonesPage(page: OpenDraftPage) {
  const { user, meeting, room, held } = page
  const together = may(room, 'room:readMembers')
  return (
    <PrivateFrame
      user={user}
      room={room}
      held={held}
      title={together ? phonesWords.title : keepWords.title}
      back={`/meeting/${meeting.id}/private`}
    >
      {together && <RoomPhones room={room} user={user} />}
      <KeptHere {...page} />
    </PrivateFrame>
  )
}

function KeptHere({ meeting, room, held: { place } }: OpenDraftPage) {
  const change = useChange(KeepNothingHereDocument)
  const isShared = useSharedTablet()
  const [isNothing, setIsNothing] = useState(() => keepsNothingOf(place.draft))
  const [asks, setAsks] = useState(false)
  async function forget() {
    // First on this phone: that needs no signal.
    await keepNothing(room, place.draft)
    setIsNothing(true)
    await change.run({ draftId: place.draft })
  }
  async function share() {
    setAsks(false)
    await shareTablet(room)
    await change.run({ draftId: place.draft })
  }
  return (
    <section>
      {may(room, 'room:readMembers') && <h2>{keepWords.title}</h2>}
      <p role="status">{isNothing ? keepWords.isKept : isShared ? tabletWords.isShared : keepWords.keeps}</p>
      {isShared && <p>{tabletWords.handOn}</p>}
      <TroubleNotice of={change} />
      {asks && (
        <div role="group" aria-label={tabletWords.choose}>
          <p>
            <strong>{tabletWords.noWords}</strong> {tabletWords.noWordsAlone}
          </p>
          <p>
            <PageLink className="button" to={`/meeting/${meeting.id}/private/card`}>
              {tabletWords.writeFirst}
            </PageLink>
          </p>
          <div className="actions">
            <Button look="quiet" disabled={change.busy} onClick={() => void share()}>
              {tabletWords.goOn}
            </Button>
            <Button look="quiet" onClick={() => setAsks(false)}>
              {tabletWords.no}
            </Button>
          </div>
        </div>
      )}
      {!isNothing && !asks && (
        <div className="actions">
          {isShared ? (
            <Button look="quiet" onClick={() => void keepKeyAgain()}>
              {tabletWords.notShared}
            </Button>
          ) : (
            <Button look="quiet" disabled={change.busy} onClick={() => (room.rescueWordsWall === null ? setAsks(true) : void share())}>
              {tabletWords.choose}
            </Button>
          )}
          <Button look="quiet" disabled={change.busy} onClick={() => void forget()}>
            {keepWords.nothing}
          </Button>
        </div>
      )}
    </section>
  )
}
