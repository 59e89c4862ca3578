import type { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { phonesWords } from './private.copy'
import { RoomPhones } from './room-phones'

/** Who is signed in as whom, at any time while the plan is written. */
export function PhonesPage({ user, meeting, room, held }: OpenDraftPage) {
  return (
    <PrivateFrame user={user} room={room} held={held} title={phonesWords.title} back={`/meeting/${meeting.id}/private`}>
      <RoomPhones room={room} user={user} />
    </PrivateFrame>
  )
}
