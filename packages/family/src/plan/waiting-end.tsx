import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { useEffect } from 'react'
import { askAgain } from '../connection/asked'
import { useChange } from '../connection/change'
import { TroubleNotice } from '../connection/trouble-notice'
import { StopEndWithoutKeyDocument } from '../generated/graphql'
import type { CurrentUser } from '../page/current-user'
import { saidTime } from '../page/said-dates'
import { proofHere, type Room } from './held-draft'
import { withoutKeyWords as words } from './private.copy'

/** The server looks every five seconds whether the time has come. */
const looksEveryMs = 5_000

/** Tells everybody in the room what was asked without the key; a phone that holds the key stops it here. */
export function WaitingEnd({ room, user }: { room: Room; user: CurrentUser }) {
  const change = useChange(StopEndWithoutKeyDocument)
  const { waitingEnd, draft } = room
  useEffect(() => {
    if (!waitingEnd) return undefined
    const timer = setTimeout(askAgain, waitingEnd.secondsLeft * 1_000 + looksEveryMs)
    return () => clearTimeout(timer)
  }, [waitingEnd])
  if (!waitingEnd || room.ended) return null

  const { kind, saidBy, takesEffectWall, secondsLeft } = waitingEnd
  const time = saidTime(takesEffectWall)
  const memberProof = draft ? proofHere(room, draft.id) : undefined
  async function stop(proof: string) {
    await change.run({ draftId: room.draft?.id ?? '', memberProof: proof })
    askAgain()
  }
  return (
    <Notice tone="plum" live="alert" heading={kind === 'end' ? words.willEnd(time) : words.willStartAgain(time)}>
      <p>
        <bdi>{saidBy === null ? words.nobodyHere : words.spoken(saidBy, user.coordinator?.name ?? user.council.name)}</bdi>{' '}
        {!draft?.shared && (kind === 'end' ? words.willEndMore : words.willStartAgainMore)}
      </p>
      <TroubleNotice of={change} />
      {secondsLeft === 0 ? (
        <p>{words.now}</p>
      ) : memberProof ? (
        <>
          <p>{words.youHaveIt}</p>
          <Button disabled={change.busy} onClick={() => void stop(memberProof)}>
            {words.stop}
          </Button>
        </>
      ) : (
        <p>{words.elsewhere}</p>
      )}
    </Notice>
  )
}
