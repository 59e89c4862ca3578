import { Notice } from '@kinplan/ui/notice'
import { Spinner } from '@kinplan/ui/spinner'
import { joinByWords } from '@kinplan/private-draft/join-words'
import { useEffect, useRef, useState } from 'react'
import { TroubleNotice } from '../connection/trouble-notice'
import { go } from '../page/address'
import type { CurrentUser, Meeting } from '../page/current-user'
import type { Room } from './held-draft'
import { joinRoom, type Joined } from './join-room'
import { PrivateFrame } from './private-frame'
import { SixWordsForm, useSixWords } from './six-words-form'
import { hearWords } from './spoken-words.copy'

type State = 'typing' | 'looking' | 'asking' | 'notConnected' | Exclude<Joined['now'], 'in'>

/** Six words that somebody of the family reads out on the telephone let this phone in. */
export function HearWordsPage({ user, meeting, room }: { user: CurrentUser; meeting: Meeting; room: Room }) {
  const six = useSixWords()
  const [state, setState] = useState<State>('typing')
  const stopped = useRef(false)
  useEffect(() => {
    stopped.current = false
    return () => {
      stopped.current = true
    }
  }, [])

  async function join(words: readonly string[]) {
    setState('looking')
    try {
      const code = await joinByWords(meeting.id, words)
      const asking = () => setState('asking')
      const joined = await joinRoom([meeting.id], { ...code, asking, stopped: () => stopped.current })
      if (stopped.current) return undefined
      if (joined.now === 'in') return go(`/meeting/${meeting.id}/private`, { replace: true })
      setState(joined.now)
    } catch {
      if (!stopped.current) setState('notConnected')
    }
    return undefined
  }

  const busy = state === 'looking' || state === 'asking'
  return (
    <PrivateFrame user={user} room={room} title={hearWords.title} back={`/meeting/${meeting.id}/private`}>
      <p className="lede">{hearWords.how}</p>
      <p>{hearWords.neverWorker}</p>
      {(state === 'ended' || state === 'wrong' || state === 'notMine') && (
        <Notice tone="plum" live="alert">
          <p>{hearWords[state === 'wrong' ? 'wrong' : 'ended']}</p>
        </Notice>
      )}
      <TroubleNotice of={{ trouble: state === 'notConnected' ? { kind: 'lost' } : null, again: () => void join(six.words) }} />
      {busy ? (
        <Spinner>{hearWords[state]}</Spinner>
      ) : (
        <SixWordsForm of={six} unknown={hearWords.unknown} send={hearWords.join} onSend={(words) => void join(words)} />
      )}
    </PrivateFrame>
  )
}
