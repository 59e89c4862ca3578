import { Button } from '@kinplan/ui/button'
import { askAgain } from '../connection/asked'
import { useChange } from '../connection/change'
import { TroubleNotice } from '../connection/trouble-notice'
import { DoubtPlanDocument, TakeBackDoubtDocument } from '../generated/graphql'
import { telephone } from '../page/page-frame'
import type { HeldDraft, Room } from './held-draft'
import { shareWords as words } from './private.copy'

/** What was shared is not what this phone has: whoever holds it can tell the coordinator alone, and take it back. */
export function NotOurWords({
  room,
  held,
  name,
  phone,
}: {
  room: Pick<Room, 'doubted'>
  held: Pick<HeldDraft, 'place' | 'memberProof'>
  name: string
  phone: string
}) {
  const tell = useChange(DoubtPlanDocument)
  const takeBack = useChange(TakeBackDoubtDocument)
  const change = room.doubted ? takeBack : tell
  async function press() {
    await change.run({ draftId: held.place.draft, memberProof: held.memberProof })
    askAgain()
  }
  return (
    <>
      <p>{words.differentMore}</p>
      {room.doubted && (
        <p>
          <bdi>{words.told(name)}</bdi>
        </p>
      )}
      <TroubleNotice of={change} />
      <p>
        <Button look="quiet" disabled={change.busy} onClick={() => void press()}>
          {room.doubted ? words.takeBack : words.tellOnly(name)}
        </Button>
      </p>
      {!room.doubted && <p>{words.onlyTo(name)}</p>}
      <p>
        {words.orRing(name)} <a href={telephone(phone)}>{phone}</a>
      </p>
    </>
  )
}
