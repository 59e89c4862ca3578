import { type Bytes, toBase64Url } from '@kinplan/private-draft/bytes'
import { deviceChance } from '@kinplan/private-draft/chance'
import { newDevice } from '@kinplan/private-draft/draft-key'
import { answerJoin } from '@kinplan/private-draft/join-draft'
import type { DraftPlace } from '@kinplan/private-draft/protocol'
import { ask } from '../connection/ask'
import { askAgain } from '../connection/asked'
import { MyRoomDocument } from '../generated/graphql'
import { holdDraft, postHere, type Room } from './held-draft'
import { waitFor } from './offer-joining'

interface Joining {
  readonly jid: Bytes
  readonly secret: Bytes
  /** Called once the other phone is being asked. */
  asking?: () => void
  stopped(): boolean
}

/** 'ended': no such offer, or it was not answered in time. 'notMine': of a room that is none of these. 'wrong': not its secret. */
export type Joined = { now: 'in'; meetingId: string } | { now: 'ended' | 'notMine' | 'wrong' }

/** Finds the room that an offer is of among those of these meetings, answers it, and waits to be let in. Throws when no answer came. */
export async function joinRoom(meetingIds: readonly string[], { jid, secret, asking, stopped }: Joining): Promise<Joined> {
  const name = toBase64Url(jid)
  for (const meetingId of meetingIds) {
    const answer = await ask(MyRoomDocument, { meetingId })
    if (!answer.ok) throw new Error('The room could not be asked for')
    const room: Room | null = answer.data.myRoom
    if (!room) continue
    const post = postHere()
    const offered = await post.joinOffer(name)
    if (!offered) return { now: 'ended' }
    if (offered.meetingId !== room.meetingId) continue
    const place: DraftPlace = { meeting: room.meetingId, draft: offered.draftId, epoch: offered.epoch }
    const device = newDevice(deviceChance)
    const joining = await answerJoin({ place, jid, secret, offer: offered.offer, device, member: room.me })
    if (!joining) return { now: 'wrong' }
    if (!(await post.replyJoin({ jid: name, device: toBase64Url(device), reply: joining.reply }))) return { now: 'ended' }
    asking?.()
    const wrap = await waitFor(() => post.joinWrap(name), stopped)
    const key = wrap && (await joining.openWrap(wrap))
    if (!key || stopped()) return { now: wrap ? 'wrong' : 'ended' }
    await holdDraft(room, place, key, device)
    // Let in, this phone may know who is here.
    askAgain()
    return { now: 'in', meetingId: room.meetingId }
  }
  return { now: 'notMine' }
}
