import { Button } from '@kinplan/ui/button'
import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { useEffect, useEffectEvent, useState } from 'react'
import { askAgain } from '../connection/asked'
import { TroubleNotice } from '../connection/trouble-notice'
import { PageLink } from '../page/page-link'
import type { JoinReply } from '@kinplan/private-draft/join-draft'
import { offerQrCode, offerSpokenWords, waitFor, type OfferedJoining } from './offer-joining'
import type { OpenDraftPage } from './open-draft-page'
import { PrivateFrame } from './private-frame'
import { qrCodeWords } from './private.copy'
import { QrCodePicture } from './qr-code-picture'
import { sayWords } from './spoken-words.copy'

type State =
  | { now: 'making' }
  | { now: 'notConnected' }
  | { now: 'shown'; offer: OfferedJoining }
  | { now: 'asked'; offer: OfferedJoining; reply: JoinReply }
  | { now: 'in'; memberId: string }
  | { now: 'old' | 'wrong' }

const ways = {
  square: { make: offerQrCode, words: qrCodeWords },
  words: { make: offerSpokenWords, words: sayWords },
}

/** Shows a square, or six words for the telephone, and lets in the one phone that comes by it. */
export function LetInPage({ user, meeting, room, held, by }: OpenDraftPage & { by: keyof typeof ways }) {
  const [state, setState] = useState<State>({ now: 'making' })
  const [round, setRound] = useState(0)
  const { make, words } = ways[by]
  // Before anybody has joined, this phone is told no names: whoever holds it looks up and sees, or hears.
  const nameOf = (memberId: string) => room.members.find(({ id }) => id === memberId)?.name

  const offer = useEffectEvent(() => make(held).catch(() => 'notConnected' as const))
  useEffect(() => {
    let stopped = false
    const isStopped = () => stopped
    const put = (next: State) => stopped || setState(next)
    void offer().then(async (offered) => {
      if (offered === 'notConnected') return put({ now: 'notConnected' })
      if (!offered) return put({ now: 'old' })
      put({ now: 'shown', offer: offered })
      const reply = await waitFor(offered.asked, isStopped)
      return put(reply ? { now: 'asked', offer: offered, reply } : { now: 'old' })
    })
    return () => {
      stopped = true
    }
  }, [round])

  function makeAnother() {
    setState({ now: 'making' })
    setRound(round + 1)
  }

  async function letIn({ letIn: admit }: OfferedJoining, reply: JoinReply) {
    const done = await admit(reply).catch(() => 'tooOld' as const)
    setState(done === 'in' ? { now: 'in', memberId: reply.memberId } : { now: done === 'wrong' ? 'wrong' : 'old' })
    if (done === 'in') askAgain()
  }

  const at = `/meeting/${meeting.id}/private`
  return (
    <PrivateFrame user={user} room={room} held={held} title={words.title} back={by === 'square' ? at : `${at}/square`}>
      {state.now === 'making' && <Spinner>{words.making}</Spinner>}
      {state.now === 'notConnected' && <TroubleNotice of={{ trouble: { kind: 'lost' }, again: makeAnother }} reading />}
      {state.now === 'shown' && (
        <>
          <p className="lede">{words.hold}</p>
          <Shown {...state.offer.shown} />
          <p>{words.how}</p>
          <p>{words.own}</p>
          <p>{words.neverWorker}</p>
          <p className="quiet">{words.onlyRoom}</p>
          {by === 'square' && (
            <p>
              <PageLink to={`${at}/words`}>{sayWords.instead}</PageLink>
            </p>
          )}
        </>
      )}
      {state.now === 'asked' && (
        <div role="alert">
          <p className="lede">
            <bdi>{words.asks(nameOf(state.reply.memberId))}</bdi>
          </p>
          <div className="actions">
            <Button onClick={() => void letIn(state.offer, state.reply)}>{words.letIn(nameOf(state.reply.memberId))}</Button>
            <Button look="quiet" onClick={makeAnother}>
              {words.notThem}
            </Button>
          </div>
        </div>
      )}
      {(state.now === 'in' || state.now === 'old' || state.now === 'wrong') && (
        <>
          <Notice tone="plum" live="polite">
            <p>{state.now === 'in' ? words.isIn(nameOf(state.memberId)) : words[state.now]}</p>
          </Notice>
          <div className="actions">
            <Button look="quiet" onClick={makeAnother}>
              {words.another}
            </Button>
          </div>
        </>
      )}
    </PrivateFrame>
  )
}

function Shown(shown: OfferedJoining['shown']) {
  if ('address' in shown) return <QrCodePicture address={shown.address} />
  return (
    <ol className="spoken-words">
      {shown.words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ol>
  )
}
