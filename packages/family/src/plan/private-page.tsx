import { may } from '@kinplan/domain/access/may'
import { Button } from '@kinplan/ui/button'
import { ChoiceList } from '@kinplan/ui/choice-list'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { useEffect, useEffectEvent, useState } from 'react'
import type { CurrentUser, Meeting } from '../page/current-user'
import { ask } from '../connection/ask'
import { askAgain, useAsked } from '../connection/asked'
import { TroubleNotice } from '../connection/trouble-notice'
import { MyPlanDocument, MyRoomDocument } from '../generated/graphql'
import { useMeeting } from '../meeting/meeting-of'
import { NotFoundPage } from '../meeting/not-found-page'
import { go } from '../page/address'
import { laterPage } from '../page/later-page'
import { PageFrame } from '../page/page-frame'
import { PageLink } from '../page/page-link'
import { DraftPage } from './draft-page'
import { EndLink } from './end-link'
import { EndPage } from './end-page'
import { EndTogetherPage } from './end-together-page'
import { canSeal, mayReturn, returnToDraft, startDraft, useHeldDraft, type Room } from './held-draft'
import { setSharedTablet, shareTablet, useKeysHere, useSharedTablet } from './kept-here'
import { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { LetInPage } from './let-in-page'
import { joinWords, keepWords, privateWords, withoutKeyWords } from './private.copy'
import { PhonesPage } from './phones-page'
import { planOfShared } from './shared-steps'
import { SharePage } from './share-page'
import { SharedDraftPage } from './shared-draft-page'
import { rescueWords, tabletWords } from './rescue-words.copy'
import { UndoEnd } from './undo-end'
import { hearWords } from './spoken-words.copy'
import { WithoutKeyPage } from './without-key-page'
import { WritePage } from './write-page'

/** With the list of the words, each of them. */
const HearWordsPage = laterPage(() => import('./hear-words-page').then((part) => part.HearWordsPage))

const RescuePage = laterPage(() => import('./rescue-page').then((part) => part.RescuePage))
const CardPage = laterPage(() => import('./card-page').then((part) => part.CardPage))

/** Everything of private family time. `parts`: the address below /private. */
export function PrivatePage({ id, parts }: { id: string; parts: readonly string[] }) {
  const { user, meeting } = useMeeting(id)
  const { data, trouble } = useAsked(MyRoomDocument, meeting ? { meetingId: id } : null)
  const room = data?.myRoom ?? undefined
  const held = useHeldDraft(room?.draft?.id)
  const hasLooked = useKeysHere(room)
  if (!meeting) return <NotFoundPage />
  if (!room || !hasLooked) return <NoRoom user={user} meeting={meeting} loading={data === undefined || !!room} trouble={trouble} />

  const { draft } = room
  const [part, section] = parts
  const live = !room.ended && meeting.stage === 'privateTime'
  const ending = part === 'end' && live
  // Ending asks for the key while the plan is being written: a page that may come back to it does so first, and without it there is
  // another way.
  const keyless = live && !held && (draft?.state === 'open' || (!draft && room.begun === 'together'))
  if (keyless && ending && canSeal() && mayReturn(room)) return <Beginning user={user} meeting={meeting} room={room} />
  if (keyless && (ending || part === 'lost')) return <WithoutKeyPage user={user} meeting={meeting} room={room} />
  if (ending && !may(room, 'room:end')) return <EndTogetherPage user={user} meeting={meeting} room={room} />
  if (draft?.shared && !ending) return <SharedDraftPage user={user} meeting={meeting} room={room} held={held} planId={draft.shared} />
  if (ending || !live) return <EndPage user={user} meeting={meeting} room={room} />
  if (!canSeal()) return <NoCrypto user={user} meeting={meeting} room={room} />
  if (part === 'hear' && !held) return <HearWordsPage user={user} meeting={meeting} room={room} />
  if (part === 'rescue' && !held) return <RescuePage user={user} meeting={meeting} room={room} />
  if (!held || draft?.state !== 'open') return <Beginning user={user} meeting={meeting} room={room} />
  const open: OpenDraftPage = { user, meeting, room, held }
  if (part === 'write' && section) return <WritePage key={section} {...open} section={section} />
  if (part === 'square' || part === 'words') return <LetInPage key={part} by={part} {...open} />
  if (part === 'share') return <SharePage {...open} />
  if (part === 'card') return <CardPage {...open} />
  if (part === 'phones') return <PhonesPage {...open} />
  return <DraftPage {...open} />
}

function NoRoom({
  user,
  meeting,
  loading,
  trouble,
}: {
  user: CurrentUser
  meeting: Meeting
  loading: boolean
  trouble: Parameters<typeof TroubleNotice>[0]['of']['trouble']
}) {
  const title = loading ? privateWords.title : privateWords.notNow
  return (
    <PageFrame title={title} back={`/meeting/${meeting.id}`} user={user}>
      <TroubleNotice of={{ trouble, again: askAgain }} reading />
      {loading ? (
        !trouble && <Spinner>{privateWords.loading}</Spinner>
      ) : (
        <>
          <p className="lede">{privateWords.notNowMore(meeting.coordinator.name)}</p>
          <p>
            <PageLink to={`/meeting/${meeting.id}/day`}>{privateWords.toDay}</PageLink>
          </p>
        </>
      )}
    </PageFrame>
  )
}

type BeforeDraft = { user: CurrentUser; meeting: Meeting; room: Room }

function NoCrypto({ user, meeting, room }: BeforeDraft) {
  return (
    <PrivateFrame user={user} room={room} title={privateWords.noCryptoTitle} back={`/meeting/${meeting.id}`}>
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
  // This session may not be told of the draft whose key this phone keeps, before it has shown that it does.
  if (!room.draft && mayReturn(room) && !gone) return <Return {...before} onGone={() => setGone(true)} />
  // None, or closed and not shared: it was started again. What somebody began alone reserves nothing.
  if (room.draft?.state !== 'open') return room.begun === 'together' ? <AskForQrCode {...before} gone={false} /> : <Start {...before} />
  if (mayReturn(room) && !gone) return <Return {...before} onGone={() => setGone(true)} />
  return <AskForQrCode {...before} gone={gone} />
}

function Start({ user, meeting, room }: BeforeDraft) {
  const [state, setState] = useState<'ready' | 'starting' | 'notConnected' | 'refused'>('ready')
  const isShared = useSharedTablet()
  const [keeps, setKeeps] = useState<'own' | 'shared' | 'nothing'>(isShared ? 'shared' : 'own')
  const before = meeting.plans[0]
  async function start() {
    setState('starting')
    try {
      const shared = before && (await ask(MyPlanDocument, { id: before.id }))
      if (shared && !shared.ok) return setState('notConnected')
      const plan = shared?.data.myPlan
      if (keeps === 'shared') await shareTablet(room)
      else await setSharedTablet(false)
      const done = await startDraft(room, { ...(plan ? { from: planOfShared(plan) } : {}), keepsNone: keeps === 'nothing' })
      if (done === 'refused') setState('refused')
      // Before the first word: without them nothing opens the plan here again.
      else if (keeps === 'shared') go(`/meeting/${meeting.id}/private/card`)
    } catch {
      setState('notConnected')
    }
  }
  return (
    <PrivateFrame user={user} room={room} title={privateWords.startTitle} back={`/meeting/${meeting.id}`}>
      {room.begun === 'somebody' ? (
        <Notice tone="plum" heading={privateWords.joinTitle}>
          <p>{privateWords.besideMore}</p>
          <JoinSteps meetingId={meeting.id} />
        </Notice>
      ) : (
        <p className="lede">{privateWords.startMore}</p>
      )}
      <UndoEnd room={room} />
      {before && <p>{privateWords.startFromShared}</p>}
      {state === 'refused' && (
        <Notice tone="plum" live="alert">
          <p>{privateWords.startedByOther}</p>
        </Notice>
      )}
      <TroubleNotice of={{ trouble: state === 'notConnected' ? { kind: 'lost' } : null, again: () => void start() }} reading />
      <ChoiceList
        name="keeps"
        kind="one"
        label={keepWords.title}
        choices={[
          { value: 'own', label: tabletWords.own, hint: tabletWords.ownHint },
          { value: 'shared', label: tabletWords.choose, hint: tabletWords.chooseHint },
          { value: 'nothing', label: keepWords.nothing, hint: keepWords.nothingHint },
        ]}
        chosen={[keeps]}
        onChoose={([chosen]) => setKeeps(chosen === 'shared' || chosen === 'nothing' ? chosen : 'own')}
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

function Return({ user, meeting, room, onGone }: BeforeDraft & { onGone: () => void }) {
  const [notConnected, setNotConnected] = useState(false)
  function settle(done: Awaited<ReturnType<typeof returnToDraft>>) {
    if (done === 'gone') onGone()
    setNotConnected(done === 'notConnected')
  }
  const comeBack = useEffectEvent(() => returnToDraft(room))
  const settled = useEffectEvent(settle)
  // Once when the page comes up; a fresher room is the same room.
  useEffect(() => void comeBack().then((done) => settled(done)), [])
  function again() {
    setNotConnected(false)
    void returnToDraft(room).then(settle)
  }
  return (
    <PrivateFrame user={user} room={room} title={privateWords.title} back={`/meeting/${meeting.id}`}>
      {notConnected ? <TroubleNotice of={{ trouble: { kind: 'lost' }, again }} reading /> : <Spinner>{privateWords.opening}</Spinner>}
    </PrivateFrame>
  )
}

function AskForQrCode({ user, meeting, room, gone }: BeforeDraft & { gone: boolean }) {
  const isShared = useSharedTablet()
  return (
    <PrivateFrame user={user} room={room} title={privateWords.joinTitle} back={`/meeting/${meeting.id}`}>
      {isShared ? (
        <Notice tone="plum">
          <p>{rescueWords.tablet}</p>
          <p>
            <PageLink className="button" to={`/meeting/${meeting.id}/private/rescue`}>
              {rescueWords.link}
            </PageLink>
          </p>
        </Notice>
      ) : (
        gone && <p className="lede">{privateWords.keyGone}</p>
      )}
      <p className="lede">{privateWords.joinMore}</p>
      <JoinSteps meetingId={meeting.id} isSharedTablet={isShared} />
      <p className="quiet">{privateWords.joinWhy}</p>
      <UndoEnd room={room} />
      <p>
        <PageLink to={`/meeting/${meeting.id}/private/lost`}>{withoutKeyWords.lost}</PageLink>
      </p>
    </PrivateFrame>
  )
}

/** How a phone comes in: from somebody in the room, and never from a worker. On a shared tablet rescue words come first. */
function JoinSteps({ meetingId, isSharedTablet = false }: { meetingId: string; isSharedTablet?: boolean }) {
  return (
    <>
      <ol>
        {privateWords.joinSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{joinWords.neverWorker}</p>
      <p>
        <PageLink to={`/meeting/${meetingId}/private/hear`}>{hearWords.link}</PageLink>
      </p>
      {!isSharedTablet && (
        <p>
          <PageLink to={`/meeting/${meetingId}/private/rescue`}>{rescueWords.link}</PageLink>
        </p>
      )}
    </>
  )
}
