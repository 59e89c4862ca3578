import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { StatusWord } from '@kinplan/ui/status-word'
import { useEffect, useEffectEvent, useState } from 'react'
import type { CurrentUser, Meeting } from '../page/current-user'
import { askAgain, useAsked } from '../connection/asked'
import { TroubleNotice } from '../connection/trouble-notice'
import { MyPlanDocument } from '../generated/graphql'
import { PageFrame } from '../page/page-frame'
import { PageLink } from '../page/page-link'
import { mayReturn, returnToDraft, type HeldDraft, type Room } from './held-draft'
import { endWords, shareWords } from './private.copy'
import { NotOurWords } from './not-our-words'
import { LateWords } from './late-words'
import { EndLink } from './end-link'
import { planOfShared } from './shared-steps'
import { WaitingEnd } from './waiting-end'

type Compared = 'same' | 'different' | 'notThereYet'

/** The plan is shared: this phone compares it with its own words, and says so. No longer plum: workers can read it. */
export function SharedDraftPage({
  user,
  meeting,
  room,
  held,
  planId,
}: {
  user: CurrentUser
  meeting: Meeting
  room: Room
  held: HeldDraft | undefined
  planId: string
}) {
  const { data, trouble } = useAsked(MyPlanDocument, { id: planId })
  const [compared, setCompared] = useState<Compared | undefined>()
  const plan = data?.myPlan
  const draft = held?.draft
  const head = room.draft?.head

  useEffect(() => {
    if (!plan || !draft || head === undefined) return undefined
    let still = true
    void draft.compare({ head, plan: planOfShared(plan) }).then((result) => still && setCompared(result))
    return () => {
      still = false
    }
    // `held` is new whenever words arrive: then it is compared again.
  }, [plan, draft, head, held])

  const { name, phone } = meeting.coordinator
  const live = !room.ended && meeting.stage === 'privateTime'
  // After a reload: what this phone has of the plan is compared, and what was written later is still there.
  const returns = held === undefined && mayReturn(room)
  const comeBack = useEffectEvent(() => returnToDraft(room))
  useEffect(() => {
    if (returns) void comeBack()
  }, [returns])
  return (
    <PageFrame title={shareWords.sharedTitle} back={`/meeting/${meeting.id}`} user={user}>
      <WaitingEnd room={room} user={user} />
      <TroubleNotice of={{ trouble, again: askAgain }} reading />
      {held && (
        <div role="status">
          {compared === undefined && <Spinner>{shareWords.checking}</Spinner>}
          {compared === 'same' && (
            <Notice>
              <p>
                <StatusWord kind="done">{shareWords.same}</StatusWord>
              </p>
              <p>{shareWords.sameMore}</p>
            </Notice>
          )}
          {compared === 'different' && (
            <Notice tone="coral" heading={shareWords.different}>
              <NotOurWords room={room} held={held} name={name} phone={phone} />
            </Notice>
          )}
          {compared === 'notThereYet' && <p className="quiet">{shareWords.notHere}</p>}
        </div>
      )}
      {held?.draft.sender.hasUnsent && <LateWords room={room} held={held} live={live} coordinator={name} />}
      <div className="actions">
        <PageLink className="button" to={`/plan/${planId}`}>
          {shareWords.look}
        </PageLink>
      </div>
      {live ? (
        <>
          <p>{shareWords.endNext}</p>
          <EndLink meeting={meeting} />
        </>
      ) : (
        <>
          <p>{endWords.endedShared}</p>
          <p>{endWords.morePrivate(name)}</p>
        </>
      )}
      <p className="quiet">{shareWords.sealed}</p>
    </PageFrame>
  )
}
