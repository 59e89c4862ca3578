import { may } from '@kinplan/domain/access/may'
import { PrivateBand } from '@kinplan/ui/private-band'
import { Spinner } from '@kinplan/ui/spinner'
import { StatusWord } from '@kinplan/ui/status-word'
import type { ReactNode } from 'react'
import { namesInWords, type CurrentUser } from '../page/current-user'
import { PageFrame } from '../page/page-frame'
import { PageLink } from '../page/page-link'
import type { HeldDraft, Room } from './held-draft'
import { privateWords } from './private.copy'
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
  return (
    <PageFrame title={title} back={back} plum user={user}>
      <PrivateBand heading={privateWords.bandHeading}>
        <bdi>{bandOf(room)}</bdi> <PageLink to={`/meeting/${room.meetingId}/private/means`}>{privateWords.whatPrivate}</PageLink>
      </PrivateBand>
      <WaitingEnd room={room} user={user} />
      {held && <SavedLine held={held} />}
      {children}
    </PageFrame>
  )
}

/** Whom the band names: nobody, on a phone that no other phone has vouched for. */
function bandOf(room: Room): string {
  if (may(room, 'room:readMembers')) return privateWords.band(namesInWords(room.members.map(({ name }) => name)))
  return room.draft ? privateWords.bandAlone : privateWords.bandOutside
}

/** Where the words are, never better than the truth. */
function SavedLine({ held: { saved, waiting, unread, stopped, storeRefused } }: { held: HeldDraft }) {
  return (
    <div className="saved-line" role="status">
      {stopped ? (
        <StatusWord kind="needs-you">{privateWords.stopped}</StatusWord>
      ) : (
        <StatusWord kind={saved === 'saved' ? 'done' : saved === 'notConnected' ? 'needs-you' : 'waiting'}>
          {privateWords[saved]}
        </StatusWord>
      )}
      {storeRefused && saved !== 'saved' && <StatusWord kind="needs-you">{privateWords.storeRefused}</StatusWord>}
      {waiting && <Spinner>{privateWords.waiting}</Spinner>}
      {unread && !waiting && <p className="quiet">{privateWords.unread}</p>}
    </div>
  )
}
