import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { useState } from 'react'
import { useChange } from '../connection/change'
import { TroubleNotice } from '../connection/trouble-notice'
import { KeepNothingHereDocument } from '../generated/graphql'
import { keepNothing, keepsNothingOf } from './held-draft'
import type { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { keepWords, phonesWords } from './private.copy'
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

function KeptHere({ room, held: { place } }: OpenDraftPage) {
  const change = useChange(KeepNothingHereDocument)
  const [isNothing, setIsNothing] = useState(() => keepsNothingOf(place.draft))
  async function forget() {
    // First on this phone: that needs no signal.
    await keepNothing(room, place.draft)
    setIsNothing(true)
    await change.run({ draftId: place.draft })
  }
  return (
    <section>
      {may(room, 'room:readMembers') && <h2>{keepWords.title}</h2>}
      <p role="status">{isNothing ? keepWords.isKept : keepWords.keeps}</p>
      <TroubleNotice of={change} />
      {!isNothing && (
        <p>
          <Button look="quiet" disabled={change.busy} onClick={() => void forget()}>
            {keepWords.nothing}
          </Button>
        </p>
      )}
    </section>
  )
}
