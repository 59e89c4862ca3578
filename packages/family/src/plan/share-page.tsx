import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { useEffect, useEffectEvent, useState } from 'react'
import { namesInWords } from '../page/current-user'
import { askAgain } from '../connection/asked'
import { refusalWords } from '../connection/refusal.copy'
import { TroubleNotice } from '../connection/trouble-notice'
import { PageLink } from '../page/page-link'
import { keepsWords } from './held-draft'
import { PlanSheet } from './plan-sheet'
import { PrivateFrame } from './private-frame'
import { privateWords, shareWords, showWords } from './private.copy'
import { showToAll } from './share-band'
import type { NoPreviewYet, SharePreview } from '@kinplan/private-draft/share-preview'
import type { OpenDraftPage } from './open-draft-page'
import { sharedSteps } from './shared-steps'

type State =
  | 'looking'
  | 'sharing'
  | 'showing'
  | 'moved'
  | 'refused'
  | 'notConnected'
  | NoPreviewYet
  | { preview: SharePreview; sure: boolean }

/** Exactly what the workers will see: shown to everybody for a minute before it is shared, or confirmed twice by somebody alone. */
export function SharePage({ user, meeting, room, held }: OpenDraftPage) {
  const at = `/meeting/${meeting.id}/private`
  const [state, setState] = useState<State>('looking')
  const together = may(room, 'draft:propose')
  const names = namesInWords([meeting.coordinator.name, meeting.referrer.name])

  async function look(): Promise<State> {
    // After a reload the stored words come in one after another.
    if (held.draft.receiver.state.head < (room.draft?.head ?? 0)) return 'wordsOnTheirWay'
    const preview = await held.draft.preview()
    return typeof preview === 'string' ? preview : { preview, sure: false }
  }
  const lookWhenReady = useEffectEvent(look)
  const waits = state === 'looking' || state === 'wordsNotSaved' || state === 'wordsOnTheirWay'
  // `held` is new whenever words arrive or are stored: what was waited for may be here.
  useEffect(() => {
    if (!waits) return undefined
    let still = true
    void lookWhenReady().then((next) => still && setState(next))
    return () => {
      still = false
    }
  }, [held, waits])

  async function share(preview: SharePreview) {
    setState('sharing')
    try {
      const done = await held.draft.share(preview)
      if (done === 'shared') askAgain()
      else setState(done === 'somebodyHasWrittenMore' ? 'moved' : 'refused')
    } catch {
      // It may have been shared all the same: the room says so when it can be asked.
      setState('notConnected')
      askAgain()
    }
  }

  async function show(preview: SharePreview) {
    setState('showing')
    try {
      const done = await showToAll(held, preview)
      setState(done === 'shown' ? { preview, sure: false } : done === 'somebodyHasWrittenMore' ? 'moved' : 'refused')
    } catch {
      setState('notConnected')
    }
  }

  const frame = { user, room, held, back: at }
  if (typeof state !== 'object') {
    const waiting = state === 'looking' || state === 'sharing' || state === 'showing'
    return (
      <PrivateFrame {...frame} title={shareWords.title}>
        {waiting && <Spinner>{waitingWords[state]}</Spinner>}
        {state === 'notConnected' && <TroubleNotice of={{ trouble: { kind: 'lost' }, again: () => setState('looking') }} />}
        {!waiting && state !== 'notConnected' && (
          <>
            <Notice tone="plum" live="alert">
              <p>{wordsFor(state, held)}</p>
            </Notice>
            {waits ? (
              <Spinner>{privateWords.loading}</Spinner>
            ) : (
              <div className="actions">
                <Button onClick={() => setState('looking')}>{shareWords.lookAgain}</Button>
              </div>
            )}
          </>
        )}
      </PrivateFrame>
    )
  }

  const { preview, sure } = state
  const isShown = room.shareProposal?.head === preview.head && !room.shareProposal.stopped
  const steps = sharedSteps(preview.plan)
  const empty = steps.length === 0 && !preview.plan.weWantYouToKnow
  if (sure) {
    return (
      <PrivateFrame key="sure" {...frame} title={together ? showWords.sureTitle : shareWords.sureTitle}>
        <p className="lede">
          <bdi>{(together ? showWords : shareWords).sure(names)}</bdi>
        </p>
        {room.linkOf !== null && (
          <p>
            <bdi>{shareWords.byLink(room.linkOf)}</bdi> {!together && shareWords.alone}
          </p>
        )}
        <div className="actions">
          {together ? (
            <Button onClick={() => void show(preview)}>{showWords.show}</Button>
          ) : (
            <Button onClick={() => void share(preview)}>{shareWords.share}</Button>
          )}
          <Button look="quiet" onClick={() => setState({ preview, sure: false })}>
            {shareWords.notYet}
          </Button>
        </div>
      </PrivateFrame>
    )
  }
  return (
    <PrivateFrame key="preview" {...frame} title={shareWords.title}>
      <p>{empty ? shareWords.empty : <bdi>{shareWords.exactly(names)}</bdi>}</p>
      {keepsWords(held) && (
        <Notice tone="plum">
          <p>{shareWords.onlyHere}</p>
        </Notice>
      )}
      {!empty && <PlanSheet steps={steps} wantYouToKnow={preview.plan.weWantYouToKnow} things={room.bottomLines} />}
      <div className="actions">
        {!empty && !isShown && <Button onClick={() => setState({ preview, sure: true })}>{shareWords.first}</Button>}
        <PageLink className="button button-quiet" to={at}>
          {isShown ? showWords.goOn : shareWords.back}
        </PageLink>
      </div>
    </PrivateFrame>
  )
}

const waitingWords = { looking: privateWords.loading, sharing: shareWords.sharing, showing: showWords.showing }

function wordsFor(state: 'moved' | 'refused' | NoPreviewYet, held: OpenDraftPage['held']): string {
  if (state === 'moved') return shareWords.moved
  if (state === 'wordsNotSaved') return shareWords.notSaved
  if (state === 'wordsOnTheirWay') return shareWords.onTheirWay
  return refusalWords[held.refused?.code ?? 'notNow']
}
