import { Button } from '@kinplan/ui/button'
import { useChange } from '../connection/change'
import { TroubleNoticeInFocus } from '../connection/trouble-notice'
import { EndWithoutKeyDocument } from '../generated/graphql'
import type { CurrentUser, Meeting } from '../page/current-user'
import { PageLink } from '../page/page-link'
import type { Room } from './held-draft'
import { PrivateFrame } from './private-frame'
import { endTogetherWords as words, endWords } from './private.copy'

/** No two phones are in together, so nobody can know who asks: everybody in the room is told before private family time ends. */
export function EndTogetherPage({ user, meeting, room }: { user: CurrentUser; meeting: Meeting; room: Room }) {
  const change = useChange(EndWithoutKeyDocument)
  const { id, coordinator } = meeting
  const at = `/meeting/${id}/private`
  return (
    <PrivateFrame user={user} room={room} title={endWords.title} back={at}>
      <p className="lede">{endWords.more(coordinator.name)}</p>
      <p>{words.toldFirst}</p>
      {!room.draft?.shared && (
        <p>
          {endWords.notShared} {room.draft && <PageLink to={`${at}/share`}>{endWords.shareFirst}</PageLink>}
        </p>
      )}
      <TroubleNoticeInFocus of={change} />
      <div className="actions">
        {!room.waitingEnd && (
          <Button disabled={change.busy} onClick={() => void change.run({ meetingId: id, kind: 'end' })}>
            {endWords.end}
          </Button>
        )}
        <PageLink className="button button-quiet" to={at}>
          {endWords.back}
        </PageLink>
      </div>
    </PrivateFrame>
  )
}
