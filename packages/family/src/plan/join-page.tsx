import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { useEffect, useEffectEvent, useState } from 'react'
import { useCurrentUser, type CurrentUser } from '../page/current-user'
import { ask } from '../connection/ask'
import { askAgain } from '../connection/asked'
import { MyRoomDocument } from '../generated/graphql'
import { go } from '../page/address'
import { PageFrame } from '../page/page-frame'
import { toBase64Url } from '@kinplan/private-draft/bytes'
import { deviceChance } from '@kinplan/private-draft/chance'
import { newDevice } from '@kinplan/private-draft/draft-key'
import { canSeal, holdDraft, postHere, type Room } from './held-draft'
import { answerJoin } from '@kinplan/private-draft/join-draft'
import type { takeJoinFragment } from '@kinplan/private-draft/join-qr-code'
import type { DraftPlace } from '@kinplan/private-draft/protocol'
import { waitFor } from './offer-qr-code'
import { joinWords, privateWords } from './private.copy'

export type QrCode = NonNullable<ReturnType<typeof takeJoinFragment>>
type Outcome = { now: 'in'; meetingId: string } | { now: 'ended' | 'notMine' | 'wrong' }

/** This phone came by the square of another: it asks to be let in, and opens the draft. */
export function JoinPage({ qrCode }: { qrCode: QrCode | undefined }) {
  const user = useCurrentUser()
  const [outcome, setOutcome] = useState<Outcome['now'] | 'asking'>('asking')

  const join = useEffectEvent(async (stopped: () => boolean): Promise<Outcome> => {
    if (!qrCode || !canSeal()) return { now: 'ended' }
    return joinByQrCode(user, qrCode, stopped).catch(() => ({ now: 'ended' }))
  })
  useEffect(() => {
    let stopped = false
    void join(() => stopped).then((done) => {
      if (stopped) return
      if (done.now === 'in') go(`/meeting/${done.meetingId}/private`, { replace: true })
      else setOutcome(done.now)
    })
    return () => {
      stopped = true
    }
  }, [])

  const sealing = canSeal()
  return (
    <PageFrame title={sealing ? joinWords.title : privateWords.noCryptoTitle} back="/" plum user={user}>
      {!sealing ? (
        <>
          <p className="lede">{privateWords.noCryptoMore}</p>
          <p>{privateWords.noCryptoDo(user.coordinator?.name ?? user.council.name)}</p>
        </>
      ) : outcome === 'asking' && qrCode ? (
        <>
          <Spinner>{joinWords.asking}</Spinner>
          <p>{joinWords.neverWorker}</p>
        </>
      ) : (
        <Notice tone="plum" live="alert">
          <p>{joinWords[outcome === 'asking' || outcome === 'in' ? 'ended' : outcome]}</p>
        </Notice>
      )}
    </PageFrame>
  )
}

/** Finds the room that the square is of among one's own, answers, and waits to be let in. */
async function joinByQrCode(user: CurrentUser, { jid, secret }: QrCode, stopped: () => boolean): Promise<Outcome> {
  const name = toBase64Url(jid)
  for (const meeting of user.meetings.filter(({ stage }) => stage === 'privateTime')) {
    const answer = await ask(MyRoomDocument, { meetingId: meeting.id })
    const room: Room | null = answer.ok ? answer.data.myRoom : null
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
