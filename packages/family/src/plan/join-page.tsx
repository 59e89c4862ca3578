import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { useEffect, useEffectEvent, useState } from 'react'
import { useCurrentUser } from '../page/current-user'
import { TroubleNotice } from '../connection/trouble-notice'
import { go } from '../page/address'
import { PageFrame } from '../page/page-frame'
import { canSeal } from './held-draft'
import type { takeJoinFragment } from '@kinplan/private-draft/join-qr-code'
import { joinRoom, type Joined } from './join-room'
import { joinWords, privateWords } from './private.copy'

export type QrCode = NonNullable<ReturnType<typeof takeJoinFragment>>

/** This phone came by the square of another: it asks to be let in, and opens the draft. */
export function JoinPage({ qrCode }: { qrCode: QrCode | undefined }) {
  const user = useCurrentUser()
  const [outcome, setOutcome] = useState<Joined['now'] | 'asking' | 'notConnected'>('asking')
  const [round, setRound] = useState(0)

  const join = useEffectEvent(async (stopped: () => boolean): Promise<Joined | { now: 'notConnected' }> => {
    if (!qrCode || !canSeal()) return { now: 'ended' }
    const meetings = user.meetings.filter(({ stage }) => stage === 'privateTime')
    return joinRoom(
      meetings.map(({ id }) => id),
      { ...qrCode, stopped },
    ).catch(() => ({ now: 'notConnected' }))
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
  }, [round])

  function again() {
    setOutcome('asking')
    setRound(round + 1)
  }

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
      ) : outcome === 'notConnected' ? (
        <TroubleNotice of={{ trouble: { kind: 'lost' }, again }} reading />
      ) : (
        <Notice tone="plum" live="alert">
          <p>{joinWords[outcome === 'asking' || outcome === 'in' ? 'ended' : outcome]}</p>
        </Notice>
      )}
    </PageFrame>
  )
}
