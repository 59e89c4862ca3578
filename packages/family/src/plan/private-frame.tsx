import { may } from '@kinplan/domain/access/may'
import { PrivateBand } from '@kinplan/ui/private-band'
import { StatusWord, type StatusKind } from '@kinplan/ui/status-word'
import type { ReactNode } from 'react'
import { namesInWords, type CurrentUser } from '../page/current-user'
import { PageFrame } from '../page/page-frame'
import { PageLink } from '../page/page-link'
import { useHeldDraft, type HeldDraft, type Room } from './held-draft'
import { privateWords } from './private.copy'
import { RescueOpened } from './rescue-opened'
import { SaidAloud } from './said-aloud'
import { ShareBand } from './share-band'
import { WaitingEnd } from './waiting-end'

interface PrivateFrameProps {
  user: CurrentUser
  room: Room
  title: string
  back: string
  held?: HeldDraft | undefined
  children: ReactNode
}

/** A page that is plum: only the people in the band can read what is on it. */
export function PrivateFrame({ user, room, title, back, held, children }: PrivateFrameProps) {
  const isHere = useHeldDraft(room.draft?.id) !== undefined
  return (
    <PageFrame title={title} back={back} plum user={user}>
      <div className="private-top">
        <PrivateBand heading={privateWords.bandHeading}>
          <bdi>{bandOf(room, isHere)}</bdi> <PageLink to={`/meeting/${room.meetingId}/private/means`}>{privateWords.whatPrivate}</PageLink>
        </PrivateBand>
        {held && <SavedLine held={held} />}
      </div>
      <ShareBand room={room} held={held} />
      <RescueOpened room={room} user={user} isHere={isHere} />
      <WaitingEnd room={room} user={user} />
      {children}
    </PageFrame>
  )
}

/** Whom the band names: nobody, on a phone that no other phone has vouched for. `isHere`: it has the plan open. */
function bandOf(room: Room, isHere: boolean): string {
  if (may(room, 'room:readMembers')) return privateWords.band(namesInWords(room.members.map(({ name }) => name)))
  return isHere ? privateWords.bandAlone : privateWords.bandOutside
}

const savedKinds: Record<HeldDraft['saved'], StatusKind> = {
  saved: 'done',
  othersHaveIt: 'done',
  onThisPhoneOnly: 'waiting',
  notConnected: 'needs-you',
}

/** Where the words are, never better than the truth; aloud now and then, not for each letter. */
function SavedLine({ held }: { held: HeldDraft }) {
  const { saved, waiting, unread, stopped, storeRefused } = held
  const lines: { kind: StatusKind; words: string }[] = [
    stopped ? { kind: 'needs-you', words: privateWords.stopped } : { kind: savedKinds[saved], words: privateWords[saved] },
  ]
  if (storeRefused && savedKinds[saved] !== 'done') lines.push({ kind: 'needs-you', words: privateWords.storeRefused })
  if (waiting) lines.push({ kind: 'waiting', words: privateWords.waiting })
  else if (unread) lines.push({ kind: 'needs-you', words: privateWords.unread })
  return (
    <div className="saved-line">
      {lines.map(({ kind, words }) => (
        <StatusWord key={words} kind={kind}>
          {words}
        </StatusWord>
      ))}
      <SaidAloud words={lines.map(({ words }) => words).join(' ')} />
    </div>
  )
}
