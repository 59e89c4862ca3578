import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { useEffect, useEffectEvent, useState } from 'react'
import { TroubleNotice } from '../connection/trouble-notice'
import type { JoinReply } from '@kinplan/private-draft/join-draft'
import { offerSquare, waitFor, type OfferedSquare } from './offer-qr-code'
import type { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { squareWords } from './private.copy'
import { SquarePicture } from './qr-code-picture'

type State =
  | { now: 'making' }
  | { now: 'notConnected' }
  | { now: 'shown'; square: OfferedSquare }
  | { now: 'asked'; square: OfferedSquare; reply: JoinReply }
  | { now: 'in'; name: string }
  | { now: 'old' | 'wrong' }

/** Shows the square, and lets in the one phone that comes by it. */
export function SquarePage({ here, meeting, room, held }: OpenDraftPage) {
  const [state, setState] = useState<State>({ now: 'making' })
  const [round, setRound] = useState(0)
  const nameOf = (memberId: string) => room.members.find(({ id }) => id === memberId)?.name ?? squareWords.somebody

  const offer = useEffectEvent(() => offerSquare(room, held).catch(() => 'notConnected' as const))
  useEffect(() => {
    let stopped = false
    const isStopped = () => stopped
    const put = (next: State) => stopped || setState(next)
    void offer().then(async (square) => {
      if (square === 'notConnected') return put({ now: 'notConnected' })
      if (!square) return put({ now: 'old' })
      put({ now: 'shown', square })
      const reply = await waitFor(square.asked, isStopped)
      return put(reply ? { now: 'asked', square, reply } : { now: 'old' })
    })
    return () => {
      stopped = true
    }
  }, [round])

  function showAnother() {
    setState({ now: 'making' })
    setRound(round + 1)
  }

  async function letIn(square: OfferedSquare, reply: JoinReply) {
    const done = await square.letIn(reply).catch(() => 'tooOld' as const)
    setState(done === 'in' ? { now: 'in', name: nameOf(reply.memberId) } : { now: done === 'wrong' ? 'wrong' : 'old' })
  }

  const again = (
    <div className="actions">
      <Button look="quiet" onClick={showAnother}>
        {squareWords.another}
      </Button>
    </div>
  )
  return (
    <PrivateFrame here={here} room={room} held={held} title={squareWords.title} back={`/meeting/${meeting.id}/private`}>
      {state.now === 'making' && <Spinner>{squareWords.making}</Spinner>}
      {state.now === 'notConnected' && <TroubleNotice of={{ trouble: { why: 'notConnected' }, tryAgain: showAnother }} reading />}
      {state.now === 'shown' && (
        <>
          <p className="lede">{squareWords.hold}</p>
          <SquarePicture address={state.square.address} />
          <p>{squareWords.how}</p>
          <p>{squareWords.own}</p>
          <p className="quiet">{squareWords.onlyRoom}</p>
        </>
      )}
      {state.now === 'asked' && (
        <div role="alert">
          <p className="lede">
            <bdi>{squareWords.asks(nameOf(state.reply.memberId))}</bdi>
          </p>
          <div className="actions">
            <Button onClick={() => void letIn(state.square, state.reply)}>{squareWords.letIn(nameOf(state.reply.memberId))}</Button>
            <Button look="quiet" onClick={showAnother}>
              {squareWords.notThem}
            </Button>
          </div>
        </div>
      )}
      {(state.now === 'in' || state.now === 'old' || state.now === 'wrong') && (
        <>
          <Notice tone="plum" live="polite">
            <p>{state.now === 'in' ? squareWords.isIn(state.name) : squareWords[state.now]}</p>
          </Notice>
          {again}
        </>
      )}
    </PrivateFrame>
  )
}
