import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { useEffect, useEffectEvent, useState } from 'react'
import { askAgain } from '../connection/asked'
import { TroubleNotice } from '../connection/trouble-notice'
import type { JoinReply } from '@kinplan/private-draft/join-draft'
import { offerQrCode, waitFor, type OfferedQrCode } from './offer-qr-code'
import type { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { qrCodeWords } from './private.copy'
import { QrCodePicture } from './qr-code-picture'

type State =
  | { now: 'making' }
  | { now: 'notConnected' }
  | { now: 'shown'; qrCode: OfferedQrCode }
  | { now: 'asked'; qrCode: OfferedQrCode; reply: JoinReply }
  | { now: 'in'; memberId: string }
  | { now: 'old' | 'wrong' }

/** Shows the square, and lets in the one phone that comes by it. */
export function QrCodePage({ user, meeting, room, held }: OpenDraftPage) {
  const [state, setState] = useState<State>({ now: 'making' })
  const [round, setRound] = useState(0)
  // Before anybody has joined, this phone is told no names: whoever holds it looks up and sees.
  const nameOf = (memberId: string) => room.members.find(({ id }) => id === memberId)?.name

  const offer = useEffectEvent(() => offerQrCode(held).catch(() => 'notConnected' as const))
  useEffect(() => {
    let stopped = false
    const isStopped = () => stopped
    const put = (next: State) => stopped || setState(next)
    void offer().then(async (qrCode) => {
      if (qrCode === 'notConnected') return put({ now: 'notConnected' })
      if (!qrCode) return put({ now: 'old' })
      put({ now: 'shown', qrCode })
      const reply = await waitFor(qrCode.asked, isStopped)
      return put(reply ? { now: 'asked', qrCode, reply } : { now: 'old' })
    })
    return () => {
      stopped = true
    }
  }, [round])

  function showAnother() {
    setState({ now: 'making' })
    setRound(round + 1)
  }

  async function letIn(qrCode: OfferedQrCode, reply: JoinReply) {
    const done = await qrCode.letIn(reply).catch(() => 'tooOld' as const)
    setState(done === 'in' ? { now: 'in', memberId: reply.memberId } : { now: done === 'wrong' ? 'wrong' : 'old' })
    if (done === 'in') askAgain()
  }

  const again = (
    <div className="actions">
      <Button look="quiet" onClick={showAnother}>
        {qrCodeWords.another}
      </Button>
    </div>
  )
  return (
    <PrivateFrame user={user} room={room} held={held} title={qrCodeWords.title} back={`/meeting/${meeting.id}/private`}>
      {state.now === 'making' && <Spinner>{qrCodeWords.making}</Spinner>}
      {state.now === 'notConnected' && <TroubleNotice of={{ trouble: { kind: 'lost' }, again: showAnother }} reading />}
      {state.now === 'shown' && (
        <>
          <p className="lede">{qrCodeWords.hold}</p>
          <QrCodePicture address={state.qrCode.address} />
          <p>{qrCodeWords.how}</p>
          <p>{qrCodeWords.own}</p>
          <p>{qrCodeWords.neverWorker}</p>
          <p className="quiet">{qrCodeWords.onlyRoom}</p>
        </>
      )}
      {state.now === 'asked' && (
        <div role="alert">
          <p className="lede">
            <bdi>{qrCodeWords.asks(nameOf(state.reply.memberId))}</bdi>
          </p>
          <div className="actions">
            <Button onClick={() => void letIn(state.qrCode, state.reply)}>{qrCodeWords.letIn(nameOf(state.reply.memberId))}</Button>
            <Button look="quiet" onClick={showAnother}>
              {qrCodeWords.notThem}
            </Button>
          </div>
        </div>
      )}
      {(state.now === 'in' || state.now === 'old' || state.now === 'wrong') && (
        <>
          <Notice tone="plum" live="polite">
            <p>{state.now === 'in' ? qrCodeWords.isIn(nameOf(state.memberId)) : qrCodeWords[state.now]}</p>
          </Notice>
          {again}
        </>
      )}
    </PrivateFrame>
  )
}
