import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import type { SharePreview } from '@kinplan/private-draft/share-preview'
import { useEffect, useEffectEvent, useState } from 'react'
import { askAgain } from '../connection/asked'
import { useChange } from '../connection/change'
import { TroubleNotice } from '../connection/trouble-notice'
import { StopShareDocument } from '../generated/graphql'
import { useMeeting } from '../meeting/meeting-of'
import { namesInWords } from '../page/current-user'
import { PageLink } from '../page/page-link'
import { proofHere, type HeldDraft, type Room } from './held-draft'
import { showWords as words } from './private.copy'
import { useSecondsLeft } from './seconds-left'

/** The draft and the digest that this page has shown to everybody: it shares by itself when the minute is over. */
let shownHere: { draft: string; digest: string } | undefined

/** Shows everybody in the room what this page previewed. */
export async function showToAll(held: HeldDraft, preview: SharePreview) {
  const done = await held.draft.propose(preview)
  if (done === 'shown') shownHere = { draft: held.place.draft, digest: preview.digest }
  askAgain()
  return done
}

/**
 * On every page of the private plan: that it is about to be shared, for how long anybody may still press "Not yet", and what came of it.
 */
export function ShareBand({ room, held }: { room: Room; held: HeldDraft | undefined }) {
  const { shareProposal: proposal, draft } = room
  const head = held?.draft.receiver.state.head
  // Somebody has written more: what was shown is void, and the server says so.
  useEffect(() => {
    if (proposal && head !== undefined && head > proposal.head) askAgain()
  }, [proposal, head])
  const [last, setLast] = useState(proposal)
  const [moved, setMoved] = useState(false)
  if (last !== proposal) {
    setLast(proposal)
    setMoved(proposal === null && (moved || (last !== null && !last.stopped)))
  }
  if (room.ended || draft?.state !== 'open') return null
  if (moved)
    return (
      <Notice tone="plum" live="polite" heading={words.moved}>
        <p>{words.movedMore}</p>
      </Notice>
    )
  if (!proposal) return null
  if (proposal.stopped)
    return (
      <Notice tone="plum" live="polite" heading={words.stopped}>
        <p>{words.stoppedMore}</p>
      </Notice>
    )
  return <AboutToShare room={room} held={held} proposal={proposal} draftId={draft.id} />
}

type Sharing = 'waiting' | 'sharing' | 'notShared' | 'notConnected'

function AboutToShare({
  room,
  held,
  proposal,
  draftId,
}: {
  room: Room
  held: HeldDraft | undefined
  proposal: NonNullable<Room['shareProposal']>
  draftId: string
}) {
  const { meeting } = useMeeting(room.meetingId)
  const names = meeting ? namesInWords([meeting.coordinator.name, meeting.referrer.name]) : ''
  const stop = useChange(StopShareDocument)
  const seconds = useSecondsLeft(proposal)
  const [sharing, setSharing] = useState<Sharing>('waiting')
  const own = useOwnPreview(held, proposal.head)
  const isSame = own?.digest === proposal.digest
  const isOver = seconds === 0
  const mine = shownHere?.draft === draftId && shownHere.digest === proposal.digest

  async function share() {
    if (!held || !own || !isSame) return
    setSharing('sharing')
    try {
      await held.draft.share(own)
      setSharing('notShared')
    } catch {
      // It may have been shared all the same: the room says so when it can be asked.
      setSharing('notConnected')
    }
    askAgain()
  }
  const shareByItself = useEffectEvent(share)
  const isDue = isOver && mine && isSame && sharing === 'waiting'
  useEffect(() => {
    if (!isDue) return undefined
    const timer = setTimeout(() => void shareByItself())
    return () => clearTimeout(timer)
  }, [isDue])

  const memberProof = proofHere(room, draftId)
  async function notYet(proof: string) {
    await stop.run({ draftId, memberProof: proof })
    askAgain()
  }
  const isSharing = sharing === 'sharing' || isDue
  return (
    <Notice tone="plum" heading={words.title}>
      <span className="visually-hidden" role="alert">
        {words.aloud}
      </span>
      <p>
        <bdi>{isSharing ? words.sharing : isOver ? words.over : words.soon(names, seconds)}</bdi>
      </p>
      {own && !isSame && <p>{words.other}</p>}
      <TroubleNotice of={stop} />
      <TroubleNotice of={{ trouble: sharing === 'notConnected' ? { kind: 'lost' } : null, again: () => void share() }} />
      {memberProof && (
        <div className="actions">
          <Button disabled={stop.busy} onClick={() => void notYet(memberProof)}>
            {words.notYet}
          </Button>
          {isOver && isSame && !isSharing && (
            <Button look="quiet" onClick={() => void share()}>
              {words.share}
            </Button>
          )}
        </div>
      )}
      <p>{words.unnamed}</p>
      <p>
        <PageLink to={`/meeting/${room.meetingId}/private/share`}>{words.look}</PageLink>
      </p>
    </Notice>
  )
}

/** What this phone would share itself at that head; undefined until it has all the words. */
function useOwnPreview(held: HeldDraft | undefined, head: number): SharePreview | undefined {
  const [own, setOwn] = useState<SharePreview>()
  const draft = held?.draft
  useEffect(() => {
    if (!draft) return undefined
    let still = true
    void draft.preview().then((preview) => {
      if (still && typeof preview === 'object') setOwn(preview)
    })
    return () => {
      still = false
    }
    // `held` is new whenever words arrive or are stored.
  }, [draft, held])
  return own?.head === head ? own : undefined
}
