import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Here, Meeting } from '../page/current-user'
import { ask } from '../connection/ask'
import { askAgain, useAsked } from '../connection/asked'
import { TroubleNotice } from '../connection/trouble-notice'
import { MyPlanDocument, MyRoomDocument } from '../generated/graphql'
import { useMeeting } from '../meeting/meeting-of'
import { NotFoundPage } from '../meeting/not-found-page'
import { PageFrame } from '../page/page-frame'
import { Way } from '../page/page-link'
import { DraftPage } from './draft-page'
import { EndLink } from './end-link'
import { EndPage } from './end-page'
import { canSeal, mayReturn, returnToDraft, startDraft, useHeldDraft, type Room } from './held-draft'
import { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { privateWords, withoutKeyWords } from './private.copy'
import { planOfShared } from './shared-steps'
import { SharePage } from './share-page'
import { SharedDraftPage } from './shared-draft-page'
import { SquarePage } from './qr-code-page'
import { UndoEnd } from './undo-end'
import { WithoutKeyPage } from './without-key-page'
import { WritePage } from './write-page'

/** Everything of private family time. `parts`: the address below /private. */
export function PrivatePage({ id, parts }: { id: string; parts: readonly string[] }) {
  const { here, meeting } = useMeeting(id)
  const { data, trouble } = useAsked(MyRoomDocument, meeting ? { meetingId: id } : null)
  const room = data?.myRoom ?? undefined
  const held = useHeldDraft(room?.draft?.id)
  if (!meeting) return <NotFoundPage />
  if (!room) return <NoRoom here={here} meeting={meeting} loading={data === undefined} trouble={trouble} />

  const { draft } = room
  const [part, section] = parts
  const ending = part === 'end' && !room.ended && meeting.stage === 'privateTime'
  // Ending asks for the key while the plan is being written: a page that may come back to it does so first, and without it there is
  // another way.
  const keyless = draft?.state === 'open' && !held && !room.ended && meeting.stage === 'privateTime'
  if (keyless && ending && canSeal() && mayReturn(room)) return <Beginning here={here} meeting={meeting} room={room} />
  if (keyless && (ending || part === 'lost')) return <WithoutKeyPage here={here} meeting={meeting} room={room} />
  if (draft?.shared && !ending) return <SharedDraftPage here={here} meeting={meeting} room={room} held={held} planId={draft.shared} />
  if (ending || room.ended || meeting.stage !== 'privateTime') return <EndPage here={here} meeting={meeting} room={room} />
  if (!canSeal()) return <NoCrypto here={here} meeting={meeting} room={room} />
  if (!held || draft?.state !== 'open') return <Beginning here={here} meeting={meeting} room={room} />
  const open: OpenDraftPage = { here, meeting, room, held }
  if (part === 'write' && section) return <WritePage key={section} {...open} section={section} />
  if (part === 'square') return <SquarePage {...open} />
  if (part === 'share') return <SharePage {...open} />
  return <DraftPage {...open} />
}

function NoRoom({
  here,
  meeting,
  loading,
  trouble,
}: {
  here: Here
  meeting: Meeting
  loading: boolean
  trouble: Parameters<typeof TroubleNotice>[0]['of']['trouble']
}) {
  const title = loading ? privateWords.title : privateWords.notNow
  return (
    <PageFrame title={title} back={`/meeting/${meeting.id}`} here={here}>
      <TroubleNotice of={{ trouble, tryAgain: askAgain }} reading />
      {loading ? (
        !trouble && <Spinner>{privateWords.loading}</Spinner>
      ) : (
        <>
          <p className="lede">{privateWords.notNowMore(meeting.coordinator.name)}</p>
          <p>
            <Way to={`/meeting/${meeting.id}/day`}>{privateWords.toDay}</Way>
          </p>
        </>
      )}
    </PageFrame>
  )
}

type BeforeDraft = { here: Here; meeting: Meeting; room: Room }

function NoCrypto({ here, meeting, room }: BeforeDraft) {
  return (
    <PrivateFrame here={here} room={room} title={privateWords.noCryptoTitle} back={`/meeting/${meeting.id}`}>
      <p className="lede">{privateWords.noCryptoMore}</p>
      <p>{privateWords.noCryptoDo(meeting.coordinator.name)}</p>
      <EndLink meeting={meeting} />
    </PrivateFrame>
  )
}

/** This page holds no key yet: come back after a reload, start, or join by the square. */
function Beginning(before: BeforeDraft) {
  const { room } = before
  const [gone, setGone] = useState(false)
  // Closed and not shared: it was started again, and nobody has begun yet.
  if (room.draft?.state !== 'open') return <Start {...before} />
  if (mayReturn(room) && !gone) return <Return {...before} onGone={() => setGone(true)} />
  return <AskForSquare {...before} gone={gone} />
}

function Start({ here, meeting, room }: BeforeDraft) {
  const [state, setState] = useState<'ready' | 'starting' | 'notConnected' | 'refused'>('ready')
  const before = meeting.plans[0]
  async function start() {
    setState('starting')
    try {
      const shared = before && (await ask(MyPlanDocument, { id: before.id }))
      if (shared && !shared.ok) return setState('notConnected')
      const plan = shared?.data.myPlan
      const done = await startDraft(room, plan ? planOfShared(plan) : undefined)
      if (done === 'refused') setState('refused')
    } catch {
      setState('notConnected')
    }
  }
  return (
    <PrivateFrame here={here} room={room} title={privateWords.startTitle} back={`/meeting/${meeting.id}`}>
      <p className="lede">{privateWords.startMore}</p>
      <UndoEnd room={room} />
      {before && <p>{privateWords.startFromShared}</p>}
      {state === 'refused' && (
        <Notice tone="plum" live="alert">
          <p>{privateWords.startedByOther}</p>
        </Notice>
      )}
      <TroubleNotice
        of={{ trouble: state === 'notConnected' ? { why: 'notConnected' } : undefined, tryAgain: () => void start() }}
        reading
      />
      <div className="actions">
        <Button disabled={state === 'starting'} onClick={() => void start()}>
          {state === 'starting' ? privateWords.starting : privateWords.start}
        </Button>
      </div>
      <EndLink meeting={meeting} />
    </PrivateFrame>
  )
}

function Return({ here, meeting, room, onGone }: BeforeDraft & { onGone: () => void }) {
  const [notConnected, setNotConnected] = useState(false)
  function settle(done: Awaited<ReturnType<typeof returnToDraft>>) {
    if (done === 'gone') onGone()
    setNotConnected(done === 'notConnected')
  }
  const comeBack = useEffectEvent(() => returnToDraft(room))
  const settled = useEffectEvent(settle)
  // Once when the page comes up; a fresher room is the same room.
  useEffect(() => void comeBack().then((done) => settled(done)), [])
  function tryAgain() {
    setNotConnected(false)
    void returnToDraft(room).then(settle)
  }
  return (
    <PrivateFrame here={here} room={room} title={privateWords.title} back={`/meeting/${meeting.id}`}>
      {notConnected ? (
        <TroubleNotice of={{ trouble: { why: 'notConnected' }, tryAgain }} reading />
      ) : (
        <Spinner>{privateWords.opening}</Spinner>
      )}
    </PrivateFrame>
  )
}

function AskForSquare({ here, meeting, room, gone }: BeforeDraft & { gone: boolean }) {
  return (
    <PrivateFrame here={here} room={room} title={privateWords.joinTitle} back={`/meeting/${meeting.id}`}>
      {gone && <p className="lede">{privateWords.keyGone}</p>}
      <p className="lede">{privateWords.joinMore}</p>
      <ol>
        {privateWords.joinSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="quiet">{privateWords.joinWhy}</p>
      <UndoEnd room={room} />
      <p>
        <Way to={`/meeting/${meeting.id}/private/lost`}>{withoutKeyWords.lost}</Way>
      </p>
    </PrivateFrame>
  )
}
