import { Button } from '@kinplan/ui/button'
import { Disclosure } from '@kinplan/ui/disclosure'
import { Notice } from '@kinplan/ui/notice'
import { planToShare } from '@kinplan/private-draft/share-preview'
import { useState } from 'react'
import { TroubleNotice } from '../connection/trouble-notice'
import { carryOn, throwAway, type HeldDraft, type Room } from './held-draft'
import { keepsNothingOf } from './kept-here'
import { PlanSheet } from './plan-sheet'
import { lateWords as words } from './private.copy'
import { sharedSteps } from './shared-steps'

type State = 'ready' | 'starting' | 'refused' | 'notConnected' | 'throwing'

/** Words written here after the plan was shared: kept until somebody carries on with them as a change, or throws them away. */
export function LateWords({ room, held, live, coordinator }: { room: Room; held: HeldDraft; live: boolean; coordinator: string }) {
  const [state, setState] = useState<State>('ready')
  const isKept = !held.storeRefused && !keepsNothingOf(held.place.draft)

  async function start() {
    setState('starting')
    try {
      if ((await carryOn(room, held)) === 'refused') setState('refused')
    } catch {
      setState('notConnected')
    }
  }

  return (
    <Notice tone="plum" heading={words.title}>
      <p>{isKept ? words.kept : words.onlyHere}</p>
      <Disclosure label={words.show}>
        <PlanSheet steps={sharedSteps(planToShare(held.plan))} wantYouToKnow={held.plan.weWantYouToKnow} things={room.bottomLines} />
      </Disclosure>
      <p>{live ? words.carryOnMore : words.morePrivate(coordinator)}</p>
      {state === 'refused' && <p role="alert">{words.refused}</p>}
      <TroubleNotice of={{ trouble: state === 'notConnected' ? { kind: 'lost' } : null, again: () => void start() }} />
      {state === 'throwing' ? (
        <>
          <p role="alert">{words.sure}</p>
          <div className="actions">
            <Button onClick={() => void throwAway(room, held)}>{words.yes}</Button>
            <Button look="quiet" onClick={() => setState('ready')}>
              {words.no}
            </Button>
          </div>
        </>
      ) : (
        <div className="actions">
          {live && (
            <Button disabled={state === 'starting'} onClick={() => void start()}>
              {state === 'starting' ? words.carryingOn : words.carryOn}
            </Button>
          )}
          <Button look="quiet" onClick={() => setState('throwing')}>
            {words.throwAway}
          </Button>
        </div>
      )}
    </Notice>
  )
}
