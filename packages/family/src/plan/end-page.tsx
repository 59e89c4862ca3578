import { Button } from '@kinplan/ui/button'
import type { CurrentUser, Meeting } from '../page/current-user'
import { useChange } from '../connection/change'
import { TroubleNotice } from '../connection/trouble-notice'
import { EndPrivateTimeDocument } from '../generated/graphql'
import { PageFrame } from '../page/page-frame'
import { PageLink } from '../page/page-link'
import { useHeldDraft, type Room } from './held-draft'
import { PrivateFrame } from './private-frame'
import { endWords, privateWords } from './private.copy'
import { UndoEnd } from './undo-end'

/** Only the family ends private family time; afterwards, what there is to do. */
export function EndPage({ user, meeting, room }: { user: CurrentUser; meeting: Meeting; room: Room }) {
  const change = useChange(EndPrivateTimeDocument)
  const held = useHeldDraft(room.draft?.id)
  const { id, coordinator, stage } = meeting
  const at = `/meeting/${id}`
  const shared = Boolean(room.draft?.shared)
  if (room.ended || stage !== 'privateTime') {
    return (
      <PageFrame title={endWords.endedTitle} back={at} user={user}>
        <p className="lede">{shared ? endWords.endedShared : endWords.endedNotShared(coordinator.name)}</p>
        {shared && <p>{endWords.morePrivate(coordinator.name)}</p>}
        {stage === 'privateTime' && <UndoEnd room={room} />}
        <p>
          <PageLink to={`${at}/day`}>{privateWords.toDay}</PageLink>
        </p>
      </PageFrame>
    )
  }
  const inside = (
    <>
      <p className="lede">{endWords.more(coordinator.name)}</p>
      {!shared && room.draft && (
        <p>
          {endWords.notShared} <PageLink to={`${at}/private/share`}>{endWords.shareFirst}</PageLink>
        </p>
      )}
      <TroubleNotice of={change} />
      <div className="actions">
        <Button disabled={change.busy} onClick={() => void change.run({ meetingId: id, memberProof: held?.memberProof ?? null })}>
          {endWords.end}
        </Button>
        <PageLink className="button button-quiet" to={`${at}/private`}>
          {endWords.back}
        </PageLink>
      </div>
    </>
  )
  // What has been shared is no longer private: then the page is not plum.
  return shared ? (
    <PageFrame title={endWords.title} back={`${at}/private`} user={user}>
      {inside}
    </PageFrame>
  ) : (
    <PrivateFrame title={endWords.title} back={`${at}/private`} user={user} room={room}>
      {inside}
    </PrivateFrame>
  )
}
